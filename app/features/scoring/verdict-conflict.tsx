/** Two evaluators met on one measure: what the form was opened at, what is there now, what I chose; nothing is lost. */
import { useTranslation } from "react-i18next";
import { EVIDENCE_GRADES } from "~/domain/verdict-readings";
import { useFormat } from "~/i18n/use-format";
import { Conflict } from "~/ui/conflict";
import { EntryForm } from "~/ui/entry-form";
import { Link } from "~/ui/navigation";
import { INTENT_FIELD } from "~/ui/root-data";
import type { MeasureStatusCode } from "~/ui/status-tag";
import { Carried } from "../value/entry-stages";
import { scoringPath } from "./addresses";
import { TOGETHER } from "./verdict-input";
import type { ScoringMeasureView } from "./get-scoring-measure.server";
import type { VerdictView } from "./verdict-view";

interface VerdictConflictProps {
  view: ScoringMeasureView;
  /** as posted */
  typed: Record<string, string[]>;
  idempotencyKey: string;
}

export function VerdictConflict({ view, typed, idempotencyKey }: VerdictConflictProps) {
  const { t } = useTranslation();
  const print = useFormat();
  const field = (name: string) => typed[name]?.[0] ?? "";
  const seen = new Map(field("seen").split(" ").map((part) => [part.slice(0, part.lastIndexOf(".")), Number(part.slice(part.lastIndexOf(".") + 1))] as const));
  const asked = field("executor");
  const nothing = t("scoring.conflict.nothing");
  const status = (verdict: VerdictView | undefined, isFinal: boolean) =>
    verdict === undefined ? nothing : [t(`statuses.measure.${verdict.status}`), isFinal ? t("scoring.state.final") : null].filter(Boolean).join(". ");
  const grade = (verdict: VerdictView | undefined) => (verdict === undefined ? "" : t(`statuses.evidence.${verdict.grade}`));
  const who = (verdict: VerdictView | undefined) => (verdict === undefined ? "" : `${verdict.by}, ${print.moment(verdict.at, { zone: false })}`);
  const mine = field("status") === "" ? nothing : t(`statuses.measure.${field("status") as MeasureStatusCode}`);
  const myGrade = EVIDENCE_GRADES.find((code) => code === field("evidence_grade"));
  const bodies = view.executors.filter(({ code, byConsent, latest }) => (asked === TOGETHER ? !byConsent : code === asked) && (latest?.seq ?? 0) !== (seen.get(code) ?? 0));
  const rows = bodies.flatMap(({ agencyId, agency, code, latest }) => {
    const own = view.history.filter((verdict) => verdict.agencyId === agencyId && verdict.periodKey === view.periodKey);
    const no = seen.get(code) ?? 0;
    const exact = own.find(({ seq }) => seq === no);
    // a draft that has become final meanwhile is told as the final one, which says the same
    const saw = exact ?? (no > 0 ? own.find(({ seq, stage }) => seq === no + 1 && stage === "final") : undefined);
    const now = latest ?? undefined;
    const named = (label: string) => (bodies.length > 1 ? `${agency}: ${label.toLocaleLowerCase(print.language)}` : label);
    return [
      { label: named(t("scoring.statusShort")), saw: status(saw, exact?.stage === "final"), now: status(now, now?.stage === "final"), yours: mine },
      { label: named(t("scoring.grade")), saw: grade(saw), now: grade(now), yours: myGrade === undefined ? "" : t(`statuses.evidence.${myGrade}`) },
      { label: named(t("errors.conflict.who")), saw: who(saw), now: who(now), yours: t("entry.conflict.now") },
    ];
  });
  return (
    <Conflict title={t("scoring.conflict.title")} rows={rows}>
      <EntryForm main idempotencyKey={idempotencyKey}>
        <Carried fields={{ ...typed, seen: view.seen, suggested_seen: view.suggestion.status ?? "" }} />
        <button className="button" name={INTENT_FIELD} value="draft">{t("scoring.conflict.saveMine", { status: mine })}</button>
      </EntryForm>
      <Link className="button button-outline" to={scoringPath(view.planCode, view.periodKey, view.code)}>{t("scoring.conflict.leave")}</Link>
    </Conflict>
  );
}
