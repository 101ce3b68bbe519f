/** What else to know, and who reports on time. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { BacklogLine } from "~/ui/backlog-line";
import { CardHead } from "~/ui/card-head";
import { KeyValue } from "~/ui/key-value";
import { LocalText } from "~/ui/local-text";
import { Link } from "~/ui/navigation";
import { StatusTag } from "~/ui/status-tag";
import type { OverviewView } from "./overview-page";
import type { ReportingRow } from "./reporting-view";

export function MoreCard({ view }: { view: OverviewView }) {
  const { t } = useTranslation();
  const { more, backlog } = view;
  return (
    <section className="card stack-tight">
      <h2>{t("leadership.more.title")}</h2>
      <KeyValue
        items={[
          { label: t("leadership.more.backlog"), value: backlog ? <><BacklogLine backlog={backlog.line} />{backlog.cumulative ? <span className="small muted">{backlog.cumulative}</span> : null}</> : t("common.none") },
          { label: t("leadership.more.timeliness"), value: more.timeliness },
          { label: t("leadership.more.outcomes"), value: more.outcomes },
          { label: t("leadership.more.against"), value: more.against },
          { label: t("leadership.more.disruptions"), value: more.disruptions.length === 0 ? t("leadership.more.disruptionsNone") : <Disruptions disruptions={more.disruptions} /> },
          { label: t("leadership.more.changes"), value: <ChangesSince changes={more.changes} /> },
        ]}
      />
    </section>
  );
}

function Disruptions({ disruptions }: { disruptions: OverviewView["more"]["disruptions"] }) {
  return (
    <ul className="plain">
      {disruptions.map(({ reach, what, when }) => (
        <li key={`${what.uk ?? what.en ?? ""} ${when}`}>
          {reach ? <StatusTag status="suspended" bare>{reach}</StatusTag> : null} <LocalText text={what} />, {when}
        </li>
      ))}
    </ul>
  );
}

function ChangesSince({ changes: { words, code, href, lines, bridgeHref } }: { changes: OverviewView["more"]["changes"] }) {
  const { t } = useTranslation();
  return (
    <>
      {href === null || code === null ? words : <Link to={href}>{words}</Link>}
      {lines.length > 0 ? <>: {lines.join("; ")}</> : null}
      {bridgeHref ? <span className="no-print">. <Link to={bridgeHref}>{t("leadership.more.bridge")}</Link></span> : null}
    </>
  );
}

/** The rest is one click away, and in the file. */
const BODIES_SHOWN = 5;

export function ReportingCard({ rows, csvHref }: { rows: readonly ReportingRow[]; csvHref: string }) {
  const { t } = useTranslation();
  const rest = rows.slice(BODIES_SHOWN);
  return (
    <section className="card stack-tight">
      <CardHead title={t("leadership.reporting.title")} csvHref={csvHref} />
      {rows.length === 0 ? <p className="medium muted">{t("leadership.reporting.none")}</p> : <ReportingTable rows={rows.slice(0, BODIES_SHOWN)} />}
      {rest.length > 0 ? <details><summary className="small">{t("leadership.reporting.rest", { count: rest.length })}</summary><ReportingTable rows={rest} /></details> : null}
    </section>
  );
}

function ReportingTable({ rows }: { rows: readonly ReportingRow[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <table className="small table-narrow" lang={print.language}>
      <caption className="visually-hidden">{t("leadership.reporting.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("common.agency")}</th><th scope="col" className="num">{t("leadership.reporting.onTime")}</th>
          <th scope="col" className="num">{t("leadership.reporting.late")}</th><th scope="col" className="num">{t("leadership.reporting.notReported")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, agency, onTime, late, notReported }) => (
          <tr key={key}><th scope="row">{agency}</th><td className="num">{onTime}</td><td className="num">{late}</td><td className="num">{notReported}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
