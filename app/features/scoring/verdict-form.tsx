/** The judging side of the evaluators' screen: suggestion, executors, the form of a draft, making drafts final. */
import { useTranslation } from "react-i18next";
import { deskPath } from "~/features/value/addresses";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import type { FormResult } from "~/ui/form-result";
import { Link } from "~/ui/navigation";
import { Note } from "~/ui/panels";
import { INTENT_FIELD } from "~/ui/root-data";
import { StatusTag } from "~/ui/status-tag";
import { scoringPath } from "./addresses";
import { draftsOf, type ExecutorView } from "./executors-to-judge";
import type { ScoringMeasureView } from "./get-scoring-measure.server";
import { useChangeWords } from "./scoring-desk";
import { VerdictFields } from "./verdict-fields";
import { TOGETHER } from "./verdict-input";
import { FinaliseForm } from "./finalise-form";
import { Joint, Suggestion } from "./verdict-parts";

interface VerdictFormProps {
  view: ScoringMeasureView;
  result: FormResult | null;
  idempotencyKeys: { draft: string; finalise: string };
}

export function VerdictAside({ view, result, idempotencyKeys }: VerdictFormProps) {
  const { t } = useTranslation();
  return (
    <section className="card stack">
      <h2>{t("scoring.verdict")}</h2>
      <Suggestion suggestion={view.suggestion} rulesVersion={view.basis.rulesVersion} />
      {view.executors.some(({ latest }) => latest !== null) ? <Joint joint={view.joint} /> : null}
      <Executors view={view} />
      {view.since ? <Since since={view.since} /> : null}
      {view.refusal !== null ? (
        <>
          <Note tone="warn">{t(`errors.reason.${view.refusal as "own_body_executes"}`)}</Note>
          <EntryForm main>{null}</EntryForm>
        </>
      ) : (
        <>
          <FinaliseForm view={view} idempotencyKey={idempotencyKeys.finalise} />
          <DraftForm view={view} result={result} idempotencyKey={idempotencyKeys.draft} />
        </>
      )}
    </section>
  );
}

/** Each executor is judged for itself; a link opens the form at one of them, or at all obliged ones. */
function Executors({ view }: { view: ScoringMeasureView }) {
  const { t } = useTranslation();
  if (view.executors.length < 2 && view.executors[0]?.latest == null) return null;
  const path = scoringPath(view.planCode, view.periodKey, view.code);
  const open = (code: string, words: string) => (code === view.chosen ? <b aria-current="true">{words}</b> : <Link to={`${path}?for=${encodeURIComponent(code)}`}>{words}</Link>);
  return (
    <nav aria-label={t("scoring.executors")} className="stack-tight">
      {view.executors.length > 1 ? <p className="small muted">{t("scoring.forWhom")}</p> : null}
      <ul className="rows">
        {view.executors.filter(({ isJudgedTogether }) => isJudgedTogether).length > 1 ? <li>{open(TOGETHER, t("scoring.together"))}</li> : null}
        {view.executors.map((executor) => (
          <li key={executor.agencyId}>
            <span>
              {view.executors.length > 1 ? open(executor.code, executor.agency) : executor.agency}
              {executor.role === "lead" ? <span className="small muted"> {t("scoring.lead")}</span> : null}
              {executor.byConsent ? <span className="small muted"> {t("plan.byConsent")}</span> : null}
            </span>
            <span className="rows-end"><ExecutorState executor={executor} /></span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ExecutorState({ executor: { latest } }: { executor: ExecutorView }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (latest === null) return <StatusTag status={null} bare />;
  const words = latest.stage === "final" ? t("scoring.final")
    : latest.replyState === "waiting" ? t("scoring.state.waiting", { until: print.date(latest.replyUntil) })
      : t(latest.reply === null ? "scoring.state.overdue" : "scoring.state.replied");
  return (
    <>
      <StatusTag status={latest.status} bare />
      <div className="tiny muted">{words}</div>
    </>
  );
}

function Since({ since }: { since: NonNullable<ScoringMeasureView["since"]> }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  if (since.changes.length + since.values.length === 0) return null;
  return (
    <Note tone="warn">
      <p>{t("scoring.since")}</p>
      <ul className="small">
        {since.changes.map((change) => <li key={`${change.versionNo} ${change.kind}`}>{words(change)}</li>)}
        {since.values.length > 0 ? <li>{t("scoring.sinceValues", { codes: since.values.join(", ") })}</li> : null}
      </ul>
    </Note>
  );
}

function DraftForm({ view, result, idempotencyKey }: { view: ScoringMeasureView; result: FormResult | null; idempotencyKey: string }) {
  const { t } = useTranslation();
  const chosen = view.executors.find(({ code }) => code === view.chosen);
  const latest = chosen?.latest ?? null;
  const hasReady = draftsOf(view.executors).ready.length > 0;
  return (
    <EntryForm main className="stack" key={`${view.chosen} ${view.seen}`} result={result ?? (view.initial ? { initialValue: view.initial } : null)} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="executor" value={view.chosen} />
      <input type="hidden" name="seen" value={view.seen} />
      <input type="hidden" name="suggested_seen" value={view.suggestion.status ?? ""} />
      <h3>{view.executors.length > 1 ? t("scoring.verdictOn", { body: chosen?.agency ?? t("scoring.togetherLow") }) : t("scoring.verdictOnMeasure")}</h3>
      {latest?.stage === "final" ? <p className="small muted">{t("scoring.correctsFinal")}</p> : null}
      <VerdictFields view={view} />
      <div className="actions">
        <button className={hasReady ? "button button-outline" : "button"} name={INTENT_FIELD} value="draft">{t("scoring.saveDraft")}</button>
        {view.waiting[0] ? <Link className="button button-outline" to={deskPath(view.waiting[0].measurementId)}>{t("verification.return")}</Link> : null}
      </div>
      <p className="tiny muted">{t("scoring.saveDraftNote", { days: t("common.days", { count: view.replyDays }) })}</p>
    </EntryForm>
  );
}
