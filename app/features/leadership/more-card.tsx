/** What else to know, a line each. */
import { useTranslation } from "react-i18next";
import { BacklogLine } from "~/ui/backlog-line";
import { KeyValue } from "~/ui/key-value";
import { LocalText } from "~/ui/local-text";
import { Link } from "~/ui/navigation";
import { StatusTag } from "~/ui/status-tag";
import type { OverviewView } from "./overview-page";

export function MoreCard({ view }: { view: OverviewView }) {
  const { t } = useTranslation();
  const { more, backlog } = view;
  return (
    <section className="card stack-tight">
      <h2>{t("leadership.more.title")}</h2>
      <KeyValue
        items={[
          { label: t("leadership.more.backlog"), value: backlog ? <><BacklogLine backlog={backlog.line} />{backlog.cumulative ? <span className="small muted">{backlog.cumulative}</span> : null}</> : t("common.none") },
          { label: t("leadership.more.timeliness"), value: more.ofMeasures === null ? more.timeliness : <>{more.timeliness}<br />{more.ofMeasures}</> },
          { label: t("leadership.more.bodies"), value: more.bodies.length === 0 ? null : <Bodies bodies={more.bodies} csvHref={view.csv.reporting} /> },
          { label: t("leadership.more.outcomes"), value: more.outcomes },
          { label: t("leadership.more.against"), value: more.against },
          { label: t("leadership.more.disruptions"), value: more.disruptions.length === 0 ? t("leadership.more.disruptionsNone") : <Disruptions disruptions={more.disruptions} /> },
          { label: t("leadership.more.changes"), value: <ChangesSince changes={more.changes} /> },
        ]}
      />
    </section>
  );
}

/** Who reports on time, the smallest share first. */
function Bodies({ bodies, csvHref }: { bodies: readonly string[]; csvHref: string }) {
  const { t } = useTranslation();
  return (
    <ul className="in-line">
      {bodies.map((body) => <li key={body} className="nowrap">{body}</li>)}
      <li className="no-print"><a className="small" href={csvHref} download>{t("csv.link")}<span className="visually-hidden">: {t("csv.linkFor", { caption: t("leadership.reporting.title") })}</span></a></li>
    </ul>
  );
}

/** The rest stands on the pages of the measures. */
const DISRUPTIONS_SHOWN = 3;

function Disruptions({ disruptions }: { disruptions: OverviewView["more"]["disruptions"] }) {
  const { t } = useTranslation();
  const more = disruptions.length - DISRUPTIONS_SHOWN;
  return (
    <ul className="plain">
      {disruptions.slice(0, DISRUPTIONS_SHOWN).map(({ reach, isSuspension, what, when }) => (
        <li key={`${what.uk ?? what.en ?? ""} ${when}`}>
          {reach && isSuspension ? <StatusTag status="suspended" bare>{reach}</StatusTag> : reach} <LocalText text={what} /> <span className="small muted">({when})</span>
        </li>
      ))}
      {more > 0 ? <li>{t("leadership.more.moreDisruptions", { count: more })}</li> : null}
    </ul>
  );
}

function ChangesSince({ changes: { words, code, href, bridgeHref, lines } }: { changes: OverviewView["more"]["changes"] }) {
  const { t } = useTranslation();
  return (
    <>
      {href === null || code === null ? words : <Link to={href}>{words}</Link>}
      {lines.length > 0 ? <>: {lines.join("; ")}</> : null}
      {bridgeHref === null ? null : <span className="no-print"> · <Link to={bridgeHref}>{t("bridge.linkSince")}</Link></span>}
    </>
  );
}
