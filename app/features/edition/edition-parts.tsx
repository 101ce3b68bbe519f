/** Parts of the pages of editions: the figure an edition is about, what it stands on, its check, its changes. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { isKnown } from "~/ui/figure-reading";
import { HonestFigure } from "~/ui/honest-bar";
import { KeyValue, type KeyValueItem } from "~/ui/key-value";
import { LocalText } from "~/ui/local-text";
import { Link } from "~/ui/navigation";
import { Note } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { FactTag } from "~/ui/status-tag";
import type { ReportTable as Report } from "../report/report-table";
import { toTableModel } from "../report/to-table-model";
import type { EditionView, ForewordView } from "./edition-view";

/** Reading (i), and reading (ii) apart from it; a quarter in which nothing is due yet is about the second. */
export function Figures({ view: { implementation, average, averageOnly } }: { view: EditionView }) {
  const { t } = useTranslation();
  const isAboutAverage = !isKnown(implementation) && isKnown(average);
  return (
    <section className="card stack" aria-labelledby="implementation">
      <h2 id="implementation">{t("scorecard.implementation")}</h2>
      <HonestFigure reading={implementation} hero={!isAboutAverage} />
      <h2>{t("scorecard.averageProgress")}</h2>
      <HonestFigure reading={average} hero={isAboutAverage} />
      {averageOnly ? <p className="small muted">{averageOnly}</p> : null}
    </section>
  );
}

export function Foreword({ foreword }: { foreword: ForewordView | null }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (foreword === null) return null;
  return (
    <section className="card stack-tight prose">
      <h2>{t("edition.foreword")}</h2>
      {foreword.purged ? <p className="muted">{t("edition.removed", { no: foreword.purged.actNo, date: print.date(foreword.purged.actOn) })}</p> : <p className="preserve-lines"><LocalText text={foreword.text} /></p>}
    </section>
  );
}

export function EditionFacts({ view }: { view: EditionView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { release } = view;
  const items: (KeyValueItem | null)[] = [
    release && { label: t("edition.code"), value: <b className="nowrap">{release.code}</b> },
    release && { label: t("edition.no"), value: print.number(release.no) },
    { label: t("edition.ceiling"), value: t(`statuses.access.${view.ceiling}`) },
    { label: t("edition.cutOff"), value: print.moment(view.knownAt) },
    { label: t("formula.planAndRules"), value: <>{t("formula.planVersion", { no: view.versionNo, date: print.date(view.inForceFrom) })}<br />{t("formula.rulesVersion", { no: Number(view.rulesVersion) })}</> },
    { label: t("edition.preparedHead"), value: <>{print.moment(view.preparedAt)}<br /><LocalText text={view.preparedBy} /></> },
    release && { label: t("edition.released"), value: <>{print.moment(release.at)}<br /><LocalText text={release.by} /></> },
    { label: t("edition.inputHash"), value: <span className="tiny break-anywhere">{view.inputHash}</span> },
    release && { label: t("edition.auditHead"), value: <span className="tiny break-anywhere">{t("audit.headAt", { seq: release.audit.seq, hash: release.audit.head })}</span> },
  ];
  return (
    <section className="card stack-tight plan-facts">
      <h2>{t("edition.facts")}</h2>
      <KeyValue items={items} />
    </section>
  );
}

/** Whether the edition still comes out of the facts as it was released. */
export function Recomputation({ check }: { check: EditionView["check"] }) {
  const { t } = useTranslation();
  if (check === null) return null;
  return (
    <section className="card stack-tight">
      <h2>{t("edition.recomputed")}</h2>
      {check.isSame ? <p><FactTag fact="verified">{t("edition.recomputedSame")}</FactTag></p> : (
        <Note tone="bad">
          <p><b>{t("edition.recomputedOther")}</b></p>
          {check.isHashOther ? <p>{t("edition.hashOther")}</p> : null}
          <ul className="small break-anywhere">
            {check.differences.map((line) => <li key={line}>{line}</li>)}
            {check.more > 0 ? <li>{t("edition.differencesMore", { count: check.more })}</li> : null}
          </ul>
        </Note>
      )}
    </section>
  );
}

export function Changes({ table, isFirst, csvHref }: { table: Report | null; isFirst: boolean; csvHref: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (table !== null && table.rows.length > 0) return <ReportTable table={toTableModel(table, print)} csvHref={csvHref} />;
  return <Note>{t(isFirst ? "edition.changes.first" : "edition.changes.none")}</Note>;
}

export function EditionLinks({ links }: { links: EditionView["links"] }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight no-print">
      <h2>{t("edition.links")}</h2>
      <ul className="plain stack-tight">
        {links.map(({ href, label, note, isOutside }) => (
          <li key={href}>
            {isOutside ? <a href={href}>{label}</a> : <Link to={href}>{label}</Link>}
            {note ? <><br /><span className="small muted">{note}</span></> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
