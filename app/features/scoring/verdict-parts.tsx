/** Parts of a verdict that the evaluators' screen, the reply page and the measure's page share. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { KeyValue } from "~/ui/key-value";
import { Note } from "~/ui/panels";
import { FactTag, StatusTag } from "~/ui/status-tag";
import { TextOf } from "../value/value-parts";
import type { JointView } from "./joint-view";
import type { SuggestionView } from "./suggestion-words";
import type { VerdictView } from "./verdict-view";

/** What rule 16 suggests, with its numbered reasons. */
export function Suggestion({ suggestion, rulesVersion }: { suggestion: SuggestionView; rulesVersion: number }) {
  const { t } = useTranslation();
  return (
    <div className="note">
      <div className="row row-middle">
        <b>{t("scoring.suggestion")}:</b> {suggestion.status === null ? <span>{t("scoring.noSuggestion")}</span> : <StatusTag status={suggestion.status} />}
      </div>
      <ol className="small stack-tight">
        {suggestion.reasons.map((reason) => <li key={reason}>{reason}</li>)}
      </ol>
      <p className="tiny muted">{t("scoring.rule", { no: rulesVersion })}</p>
    </div>
  );
}

/** One status of a measure that several bodies execute: why it is so, and who keeps it from "implemented". */
export function Joint({ joint }: { joint: JointView }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <div className="row row-middle">
        <b>{t(joint.isShared ? "scoring.joint.title" : "scoring.status")}:</b> <StatusTag status={joint.status} />
      </div>
      {joint.isShared && joint.status !== null ? <p className="small">{t(`scoring.joint.because.${joint.because === "all_alike" && joint.bars.length > 0 ? "judged_alike" : joint.because}`)}</p> : null}
      {joint.bars.length > 0 ? <p className="small strong">{t("scoring.joint.bars", { bodies: joint.bars.join(", ") })}</p> : null}
      {joint.left.length > 0 ? <p className="small muted">{t("scoring.joint.left", { bodies: joint.left.join(", ") })}</p> : null}
      {joint.shownOnly.length > 0 ? <p className="small muted">{t("scoring.joint.shownOnly", { bodies: joint.shownOnly.join(", ") })}</p> : null}
    </div>
  );
}

/** A verdict with everything behind it: what it rests on, why it differs, the evaluator's own sources, the body's reply. */
export function VerdictCard({ verdict, headed = true }: { verdict: VerdictView; headed?: boolean }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { amendment } = verdict;
  return (
    <div className="stack-tight">
      <div className="row row-middle">
        {headed ? <b>{verdict.agency}</b> : null}
        <StatusTag status={verdict.status} />
        {verdict.stage === "draft" ? <FactTag fact="draft">{t("scoring.draft")}</FactTag> : null}
        <span className="small muted">{[print.period(verdict.periodKey), verdict.by, print.moment(verdict.at, { zone: false }), verdict.isReplaced ? t("scoring.replaced") : null].filter(Boolean).join(" · ")}</span>
      </div>
      <KeyValue
        items={[
          { label: t("scoring.grade"), value: t(`statuses.evidence.${verdict.grade}`) },
          verdict.text === null ? null : { label: t("scoring.text"), value: <TextOf text={verdict.text} /> },
          verdict.suggested === null || verdict.suggested === verdict.status ? null : { label: t("scoring.suggestion"), value: t(`statuses.measure.${verdict.suggested}`) },
          verdict.differsReason === null ? null : { label: t("scoring.differsReason"), value: <TextOf text={verdict.differsReason} /> },
          verdict.legalBasis === null ? null : { label: t("scoring.legalBasis"), value: verdict.legalBasis },
          verdict.from === null ? null : { label: t("scoring.suspendedFor"), value: verdict.to === null ? t("plan.disruptionSince", { from: print.date(verdict.from) }) : t("plan.disruptionFromTo", { from: print.date(verdict.from), to: print.date(verdict.to) }) },
          amendment === null ? null : { label: t("scoring.amendment"), value: t("scoring.amendmentOf", { no: amendment.no, date: print.date(amendment.inForceFrom) }) },
          verdict.sources.length === 0 ? null : { label: t("scoring.sources"), value: <Sources sources={verdict.sources} /> },
        ]}
      />
      <ReplyOf verdict={verdict} />
    </div>
  );
}

function Sources({ sources }: Pick<VerdictView, "sources">) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <ul>
      {sources.map((source, index) => (
        <li key={index}>
          {source.url === null ? <TextOf text={source.title} /> : <a href={source.url} rel="noreferrer noopener" className="break-anywhere">{source.url}</a>}{" "}
          <span className="small muted">{[t(`scoring.sourceKind.${source.kind}`), source.on === null ? null : print.date(source.on)].filter(Boolean).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}

function ReplyOf({ verdict }: { verdict: VerdictView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { reply } = verdict;
  if (reply === null) {
    const until = print.date(verdict.replyUntil);
    if (verdict.stage === "final") return <p className="small muted">{t("scoring.reply.none", { until })}</p>;
    return <p className="small muted">{t(verdict.replyState === "waiting" ? "scoring.reply.waiting" : "scoring.reply.overdue", { until })}</p>;
  }
  return (
    <Note>
      <b>{t(reply.agreed ? "scoring.reply.agreed" : "scoring.reply.remarks")}</b>{" "}
      <span className="small muted">{[reply.by, print.moment(reply.at, { zone: false }), reply.isLate ? t("scoring.reply.late") : null].filter(Boolean).join(" · ")}</span>
      {reply.text === null ? null : <div className="medium"><TextOf text={reply.text} /></div>}
    </Note>
  );
}

/** Every verdict on the measure that the reader may see, the newest first. */
export function VerdictHistory({ verdicts, title }: { verdicts: readonly VerdictView[]; title: string }) {
  if (verdicts.length === 0) return null;
  return (
    <details>
      <summary>{title} ({verdicts.length})</summary>
      <ul className="rows">
        {verdicts.map((verdict) => <li key={verdict.id}><VerdictCard verdict={verdict} /></li>)}
      </ul>
    </details>
  );
}
