/** Two evaluators met on one measure: what the form was opened at, what is there now, what I chose; nothing is lost. */
import { useTranslation } from "react-i18next";
import { EVIDENCE_GRADES } from "~/domain/verdict-readings";
import { useFormat } from "~/i18n/use-format";
import { Conflict } from "~/ui/conflict";
import { EntryForm } from "~/ui/entry-form";
import { Link } from "~/ui/navigation";
import { ReportTable } from "~/ui/report-table";
import { INTENT_FIELD } from "~/ui/root-data";
import type { MeasureStatusCode } from "~/ui/status-tag";
import type { TableCell, TableModel } from "~/ui/table-model";
import { Carried } from "../value/entry-stages";
import { scoringPath } from "./addresses";
import { readSeen, TOGETHER } from "./verdict-input";
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
  const seen = readSeen(field("seen"));
  const asked = field("executor");
  const nothing = t("scoring.conflict.nothing");
  const cell = (verdict: VerdictView | undefined, isFinal: boolean): TableCell =>
    verdict === undefined ? { text: nothing } : { text: t(`statuses.measure.${verdict.status}`), detail: [t(`statuses.evidence.${verdict.grade}`), isFinal ? t("scoring.state.final") : null].filter(Boolean).join(". ") };
  const who = (verdict: VerdictView | undefined) => (verdict === undefined ? undefined : `${verdict.by}, ${print.moment(verdict.at, { zone: false })}`);
  const mine = field("status") === "" ? nothing : t(`statuses.measure.${field("status") as MeasureStatusCode}`);
  const myGrade = EVIDENCE_GRADES.find((code) => code === field("evidence_grade"));
  const bodies = view.executors
    .filter(({ code, isJudgedTogether, latest }) => (asked === TOGETHER ? isJudgedTogether : code === asked) && (latest?.seq ?? 0) !== (seen.get(code) ?? 0))
    .map(({ agencyId, agency, code, latest }) => ({ agencyId, agency, now: latest ?? undefined, ...sawOf(view, agencyId, seen.get(code) ?? 0) }));
  const row = (key: string, name: string, by: string | undefined, cells: [string, TableCell][]) => ({ key, cells: { version: { text: name, detail: by }, ...Object.fromEntries(cells) } });
  const table: TableModel = {
    caption: t("errors.conflict.caption"),
    columns: [{ key: "version", head: t("scoring.verdict") }, ...bodies.map(({ agencyId, agency }) => ({ key: agencyId, head: agency }))],
    rows: [
      row("saw", t("errors.conflict.saw"), who(bodies[0]?.saw), bodies.map(({ agencyId, saw, sawFinal }) => [agencyId, cell(saw, sawFinal)])),
      row("now", t("errors.conflict.now"), who(bodies[0]?.now), bodies.map(({ agencyId, now }) => [agencyId, { ...cell(now, now?.stage === "final"), strong: true }])),
      row("yours", t("errors.conflict.yours"), t("entry.conflict.now"), bodies.map(({ agencyId }) => [agencyId, { text: mine, detail: myGrade && t(`statuses.evidence.${myGrade}`), strong: true }])),
    ],
  };
  return (
    <Conflict title={t("scoring.conflict.title")} table={<ReportTable table={table} captionHidden />}>
      <EntryForm main idempotencyKey={idempotencyKey}>
        <Carried fields={{ ...typed, seen: view.seen, suggested_seen: view.suggestion.status ?? "" }} />
        <button className="button" name={INTENT_FIELD} value="draft">{t("scoring.conflict.saveMine", { status: mine })}</button>
      </EntryForm>
      <Link className="button button-outline" to={scoringPath(view.planCode, view.periodKey, view.code)}>{t("scoring.conflict.leave")}</Link>
    </Conflict>
  );
}

/** What the form was opened at; a draft that has become final meanwhile is told as the final one, which says the same. */
function sawOf({ history, periodKey }: ScoringMeasureView, agencyId: string, no: number): { saw: VerdictView | undefined; sawFinal: boolean } {
  const own = history.filter((verdict) => verdict.agencyId === agencyId && verdict.periodKey === periodKey);
  const exact = own.find(({ seq }) => seq === no);
  return { saw: exact ?? (no > 0 ? own.find(({ seq, stage }) => seq === no + 1 && stage === "final") : undefined), sawFinal: exact?.stage === "final" };
}
