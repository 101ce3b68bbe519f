import type { Cell, TableRows } from "./copy-rows";
import { idOf, PER_PLAN, type Shape, YEARS } from "./shape";

/** Bodies and people that are in the database already. */
export interface Cast {
  agencies: readonly string[];
  author: string;
  evaluator: string;
  /** the total first */
  breakdowns: readonly string[];
}

const RECORDED = "2025-12-20T07:00:00Z";
const FIRST = YEARS[0];

/** The number of a part among those of all plans. */
const at = (plan: number, perPlan: number, index: number): number => plan * perPlan + index;
const nodeId = (plan: number, index: number) => idOf("node", at(plan, PER_PLAN.goals + PER_PLAN.tasks, index));
export const indicatorId = (plan: number, index: number) => idOf("indicator", at(plan, PER_PLAN.indicators, index));
const measureId = (plan: number, index: number) => idOf("measure", at(plan, PER_PLAN.measures, index));

/** Who owes the values of an indicator: three bodies a plan, each with its part. */
export const bodyOf = (plan: number, indicator: number, { agencies }: Cast): string => agencies[(plan + (indicator % 3) * 7) % agencies.length] ?? "";

const title = (what: string, code: string) => [`${what} ${code}: розбудова спроможності органів, що виконують завдання на державному кордоні`, `${what} ${code}: building the capacity of the bodies that act at the state border`];

/** Everything a plan says, one plan after another, parents before children. */
export function planTables({ plans }: Shape, cast: Cast): TableRows[] {
  const every = function* (count: number, row: (plan: number, index: number) => readonly Cell[]) {
    for (let plan = 0; plan < plans; plan += 1) for (let index = 0; index < count; index += 1) yield row(plan, index);
  };
  const version = (plan: number) => idOf("version", plan);
  const { goals, tasks, measures, indicators } = PER_PLAN;
  const nodes = goals + tasks;
  const taskOf = (measure: number) => goals + (measure % tasks);
  return [
    { table: "plan", columns: ["id", "code", "starts_on", "ends_on", "illustrative"], rows: every(1, (plan) => [idOf("plan", plan), codeOf(plan), `${FIRST}-01-01`, `${YEARS.at(-1)}-12-31`, true]) },
    { table: "plan_level", columns: ["plan_id", "depth", "key", "role", "label_uk", "label_en"], rows: every(2, (plan, level) => [idOf("plan", plan), level + 1, level === 0 ? "goal" : "task", level === 0 ? "goal" : "objective", level === 0 ? "Ціль" : "Завдання", level === 0 ? "Goal" : "Task"]) },
    { table: "plan_version", columns: ["id", "plan_id", "no", "title_uk", "title_en", "in_force_from", "recorded_at", "accepted_at"], rows: every(1, (plan) => [version(plan), idOf("plan", plan), 1, ...title("План", codeOf(plan)), `${FIRST}-01-01`, RECORDED, RECORDED]) },
    { table: "node", columns: ["id", "plan_id"], rows: every(nodes, (plan, index) => [nodeId(plan, index), idOf("plan", plan)]) },
    {
      table: "node_version", columns: ["plan_version_id", "node_id", "parent_id", "depth", "position", "code_printed", "title_uk", "title_en"],
      rows: every(nodes, (plan, index) => {
        const isGoal = index < goals;
        return [version(plan), nodeId(plan, index), isGoal ? null : nodeId(plan, index % goals), isGoal ? 1 : 2, index, `N${index + 1}`, ...title("Завдання", `N${index + 1}`)];
      }),
    },
    { table: "measure", columns: ["id", "plan_id"], rows: every(measures, (plan, index) => [measureId(plan, index), idOf("plan", plan)]) },
    {
      table: "measure_version", columns: ["plan_version_id", "measure_id", "node_id", "position", "code_printed", "title_uk", "title_en", "starts_on", "due_on"],
      rows: every(measures, (plan, index) => [version(plan), measureId(plan, index), nodeId(plan, taskOf(index)), index, `M${index + 1}`, ...title("Захід", `M${index + 1}`), `${FIRST}-01-01`, `${YEARS.at(-1)}-12-31`]),
    },
    { table: "measure_executor", columns: ["plan_version_id", "measure_id", "agency_id", "position", "role"], rows: every(measures, (plan, index) => [version(plan), measureId(plan, index), bodyOf(plan, index, cast), 1, "lead"]) },
    { table: "indicator", columns: ["id", "plan_id"], rows: every(indicators, (plan, index) => [indicatorId(plan, index), idOf("plan", plan)]) },
    {
      table: "indicator_version",
      columns: ["plan_version_id", "indicator_id", "measure_id", "position", "code_printed", "name_uk", "name_en", "kind", "value_type", "direction", "aggregation", "precision", "frequency", "responsible_agency_id"],
      rows: every(indicators, (plan, index) => [
        version(plan), indicatorId(plan, index), measureId(plan, index % measures), index, `I${index + 1}`, ...title("Індикатор", `I${index + 1}`),
        index % 15 === 0 ? "outcome" : "output", isPercentage(index) ? "percentage" : "number", "increase", aggregationOf(index), 0, "quarterly", bodyOf(plan, index, cast),
      ]),
    },
    {
      table: "indicator_baseline", columns: ["plan_version_id", "indicator_id", "value", "on"],
      rows: every(indicators, (plan, index) => [version(plan), indicatorId(plan, index), 10, `${FIRST - 1}-12-31`]),
    },
    {
      table: "indicator_target", columns: ["id", "plan_version_id", "indicator_id", "period_key", "value"],
      rows: every(indicators * YEARS.length, (plan, each) => {
        const [index, year] = [Math.floor(each / YEARS.length), each % YEARS.length];
        return [idOf("target", at(plan, indicators * YEARS.length, each)), version(plan), indicatorId(plan, index), String(YEARS[year]), 30 + 15 * year];
      }),
    },
    {
      table: "cycle", columns: ["id", "plan_id", "period_key", "kind", "opens_on", "due_on", "grace_days", "recorded_at"],
      rows: every(PER_PLAN.quarters, (plan, quarter) => {
        const { key, opensOn, dueOn } = quarterOf(quarter);
        return [cycleId(plan, quarter), idOf("plan", plan), key, "quarterly", opensOn, dueOn, 0, `${opensOn}T00:00:00Z`];
      }),
    },
  ];
}

export const codeOf = (plan: number): string => `LARGE-${plan + 1}`;
export const cycleId = (plan: number, quarter: number) => idOf("cycle", at(plan, PER_PLAN.quarters, quarter));
export const isPercentage = (indicator: number): boolean => indicator % 5 === 4;
const aggregationOf = (indicator: number) => (isPercentage(indicator) ? "ratio_of_sums" : indicator % 2 === 0 ? "stock" : "flow");

const ENDS = ["03-31", "06-30", "09-30", "12-31"];

export interface Quarter {
  key: string;
  opensOn: string;
  dueOn: string;
  reportedAt: string;
  correctedAt: string;
}

/** Reported three weeks after its end, corrected a month later. */
export function quarterOf(index: number): Quarter {
  const [year, quarter] = [FIRST + Math.floor(index / 4), index % 4];
  const next = quarter === 3 ? `${year + 1}-01` : `${year}-${String(quarter * 3 + 4).padStart(2, "0")}`;
  const after = quarter === 3 ? `${year + 1}-02` : `${year}-${String(quarter * 3 + 5).padStart(2, "0")}`;
  return { key: `${year}-Q${quarter + 1}`, opensOn: `${year}-${ENDS[quarter]}`, dueOn: `${next}-25`, reportedAt: `${next}-21T08:00:00Z`, correctedAt: `${after}-20T08:00:00Z` };
}


