/** The evaluators' queue as a table: what is suggested, what is claimed, how far the evaluation has come. Pure. */
import { column, fileNameOf, type ReportRow, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import { scoringPath } from "./addresses";
import type { ScoringQueue, ScoringRow } from "./get-scoring-queue.server";
import type { ScoringState } from "./scoring-state";

export function scoringQueueTable({ round, rows, labels }: ScoringQueue, words: Words): ReportTable {
  const { t, print } = words;
  return {
    name: `scoring-${fileNameOf(round.planCode)}-${fileNameOf(round.periodKey)}`,
    title: t("scoring.queue.caption", { period: print.period(round.periodKey) }),
    columns: [
      column("title", t("plan.measure"), "text"), column("code", t("common.code"), "code", "file"), column("lead", t("scoring.queue.lead"), "text", "file"),
      column("state", t("scoring.queue.state"), "code"), column("suggested", t("scoring.suggestion"), "code"), column("claimed", t("scoring.claim.head"), "code"),
      column("until", t("scoring.replyUntilHead"), "date", "file"), column("status", t("scoring.status"), "code", "file"),
      column("due_on", t("plan.deadline"), "date"), column("pace", t("plan.pace"), "code"),
    ],
    rows: rows.map((row) => rowOf(row, round, words)),
    notes: [],
    labels,
  };
}

function rowOf(row: ScoringRow, { planCode, periodKey }: ScoringQueue["round"], words: Words): ReportRow {
  const { t } = words;
  const status = (code: ScoringRow["status"]) => (code === null ? { value: null, shown: "—" } : { value: code, shown: t(`statuses.measure.${code}`) });
  return {
    title: { value: row.title, href: scoringPath(planCode, periodKey, row.code), detail: [row.code, row.lead, row.isDue ? null : t("scoring.queue.notDue")].filter(Boolean).join(" · ") },
    code: row.code,
    lead: row.lead,
    suggested: status(row.suggested),
    claimed: status(row.claimed),
    state: { value: row.state, shown: stateWords(row, words) },
    until: row.until,
    status: row.status,
    due_on: row.dueOn,
    pace: row.pace === null ? null : { value: row.pace, shown: t(`statuses.light.${row.pace}`) },
  };
}

/** "Відповідь до 15.02.2027" */
export function stateWords({ state, until, hasReply }: ScoringState, { t, print }: Words): string {
  if (state === "waiting" && until !== null) return t("scoring.state.waiting", { until: print.date(until) });
  if (state === "ready") return t(hasReply ? "scoring.state.replied" : "scoring.state.overdue");
  return t(`scoring.state.${state === "waiting" ? "none" : state}`);
}
