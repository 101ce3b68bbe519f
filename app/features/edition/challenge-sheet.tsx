/** The challenge sheet on a page: question by question, each with its weight in word and shape. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Icon } from "~/ui/icons";
import { Link } from "~/ui/navigation";
import { Note } from "~/ui/panels";
import type { SheetView } from "./edition-view";

export function ChallengeSheet({ sheet, csvHref }: { sheet: SheetView; csvHref: string }) {
  const { t } = useTranslation();
  const isEmpty = sheet.findings.length === 0;
  return (
    <section className="card stack" aria-labelledby="challenges">
      <div className="row">
        <h2 id="challenges">{t("edition.challenge.title")}</h2>
        {isEmpty ? null : <a className="small push-end no-print" href={csvHref} download>{t("csv.link")}<span className="visually-hidden">: {t("csv.linkFor", { caption: t("edition.challenge.title") })}</span></a>}
      </div>
      <p className="prose muted">{t("edition.challenge.text")}</p>
      {isEmpty ? <Note><b>{t("edition.challenge.empty")}</b></Note> : null}
      {sheet.findings.map((finding) => <Finding key={finding.code} finding={finding} />)}
      <details open={isEmpty} className="print-open">
        <summary>{t("edition.challenge.checked")}</summary>
        <ul className="small">
          {sheet.checked.map(({ question, of }) => <li key={question}>{question}: {of}</li>)}
        </ul>
      </details>
    </section>
  );
}

/** Longer lists wait behind their question. */
const SHOWN_AT_ONCE = 6;

function Finding({ finding: { code, severity, items } }: { finding: SheetView["findings"][number] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <section className="stack-tight">
      <h3 className="row row-middle">{t(`edition.challenge.question.${code}`)} <SeverityTag severity={severity} /></h3>
      {items.length <= SHOWN_AT_ONCE ? <FindingItems items={items} /> : (
        <details className="print-open">
          <summary>{t("edition.challenge.found", { of: print.number(items.length) })}</summary>
          <FindingItems items={items} />
        </details>
      )}
    </section>
  );
}

function FindingItems({ items }: { items: SheetView["findings"][number]["items"] }) {
  return (
    <ul className="rows">
      {items.map(({ key, code, href, about, what }) => (
        <li key={key}>
          <div>
            {code ? <>{href ? <Link className="nowrap" to={href}>{code}</Link> : <span className="nowrap">{code}</span>} </> : null}{about}
            <div className="small muted">{what}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function SeverityTag({ severity }: { severity: SheetView["findings"][number]["severity"] }) {
  const { t } = useTranslation();
  return <span className={severity === "serious" ? "tag tone-fail" : "tag tag-fact tone-gone"}><Icon name={severity === "serious" ? "overdue" : "late"} />{t(`edition.challenge.severity.${severity}`)}</span>;
}
