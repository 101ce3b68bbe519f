/** Bodies by goals in printed counts: the heat map of the page, and the same as a file. Pure. */
import { toneOf, type CellTone, type GoalCell } from "~/domain/agency-goals";
import type { Id } from "~/domain/facts";
import { nodePath } from "~/features/plan/addresses";
import { abbreviation, fullName } from "~/features/plan/print-measure";
import { column, fileNameOf, type ReportTable } from "~/features/report/report-table";
import { labelsOf } from "~/features/scorecard/scorecard-tables";
import { titleOf } from "~/features/scorecard/scorecard-words";
import type { Words } from "~/i18n/words";
import { listPath, type ListOf } from "./addresses";
import type { Overview } from "./get-overview.server";

export interface HeatCell {
  tone: CellTone;
  /** "3/5"; a dot over nothing */
  text: string;
  /** the same for the ear */
  said: string;
  /** the indicators that were counted */
  href: string | null;
}

export interface HeatMap {
  by: "results" | "pace";
  goals: { key: string; code: string; title: string; href: string | null }[];
  rows: { key: string; agency: string; cells: HeatCell[]; total: HeatCell }[];
  totals: HeatCell[];
  total: HeatCell;
}

export function heatMap(overview: Overview, words: Words): HeatMap {
  const { goals: { by, goalIds, rows, totals, total }, answer } = overview;
  const { t } = words;
  const goal = (id: Id | null) => answer.scorecard.tree.nodeById.get(id ?? "")?.fact ?? null;
  const cell = (counted: GoalCell, of: Pick<ListOf, "agency" | "goal"> | null): HeatCell => printCell(overview, counted, of, words);
  const codeOf = (id: Id | null) => goal(id)?.code ?? null;
  const cellsOf = (cells: readonly GoalCell[], agency?: string) =>
    cells.map((counted, index) => cell(counted, goalIds[index] == null ? null : { agency, goal: codeOf(goalIds[index]) ?? undefined }));
  return {
    by,
    goals: goalIds.map((id) => {
      const fact = goal(id);
      return { key: id ?? "beside", code: fact?.code ?? "—", title: fact === null ? t("leadership.map.beside") : titleOf(fact.title, words), href: fact && nodePath(answer.plan.code, fact.code) + answer.askedHere };
    }),
    rows: rows.map(({ agencyId, cells, total: all }) => {
      const agency = answer.agencies.get(agencyId ?? "")?.code;
      const hasList = agency !== undefined;
      return { key: agencyId ?? "nobody", agency: abbreviation(answer.agencies, agencyId, words), cells: hasList ? cellsOf(cells, agency) : cells.map((each) => cell(each, null)), total: cell(all, hasList ? { agency } : null) };
    }),
    totals: cellsOf(totals),
    total: cell(total, {}),
  };
}

/** `of`: null = there is no list of just these. */
function printCell({ goals: { by }, policy, answer }: Overview, counted: GoalCell, of: Pick<ListOf, "agency" | "goal"> | null, { t, print }: Words): HeatCell {
  const tone = toneOf(counted, policy);
  if (tone === "empty") return { tone, text: "·", said: t(by === "results" ? "leadership.map.empty" : "leadership.map.emptyPace"), href: null };
  const parts = print.of(counted.well, counted.of);
  return {
    tone,
    text: `${print.number(counted.well)}/${print.number(counted.of)}`,
    said: tone === "thin" ? `${parts}, ${t("leadership.map.thin")}` : parts,
    href: of && listPath(answer, { ...of, state: by === "results" ? "due" : "any" }),
  };
}

/** One row a body and goal with something to count. */
export function agencyGoalsTable({ answer, goals: { by, goalIds, rows } }: Overview, words: Words): ReportTable {
  const { t } = words;
  const goal = (id: Id | null | undefined) => answer.scorecard.tree.nodeById.get(id ?? "")?.fact ?? null;
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(answer.scorecard.periodKey)}-bodies-and-goals`,
    title: t(`leadership.map.${by}`),
    columns: [
      column("agency", t("common.agency")), column("agency_code", t("common.code"), "code"), column("goal", t("leadership.map.goalHead"), "code"), column("goal_title", t("leadership.map.goalNameHead")),
      column("well", t(`leadership.map.wellHead.${by}`), "number"), column("of", t(`leadership.map.ofHead.${by}`), "number"), column("missing", t("leadership.map.missingHead"), "number"),
    ],
    rows: rows.flatMap(({ agencyId, cells }) => cells.flatMap(({ well, of, missing }, index) => {
      const fact = goal(goalIds[index]);
      if (of === 0) return [];
      return [{
        agency: agencyId === null ? null : fullName(answer.agencies, agencyId, words), agency_code: answer.agencies.get(agencyId ?? "")?.code ?? null,
        goal: fact?.code ?? null, goal_title: fact && titleOf(fact.title, words), well: String(well), of: String(of), missing: String(missing),
      }];
    })),
    notes: [],
    labels: labelsOf(answer, words),
  };
}
