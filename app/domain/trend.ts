/**
 * The yearly rate through years and plans: rules 10, 15 and 19 of the calculation rules. Each year stands on its own
 * basis. What is not known is named and never bridged: a year nobody reported on, one that was wholly suspended, one whose
 * date is ahead, one no plan covers. Neighbouring years are joined only within one version of one plan ("a chart never
 * joins two plan versions with one line").
 */
import { isShown } from "./coverage";
import type { Id, PeriodKey } from "./facts";
import { yearOf } from "./periods";
import type { Implementation } from "./reading";

/** One year of a plan as its scorecard reads it. */
export interface YearRate {
  periodKey: PeriodKey;
  planVersionId: Id;
  versionNo: number;
  implementation: Implementation;
}

export type WhyNoPoint = "no_reports" | "suspended" | "withheld" | "not_yet_due" | "nothing_due" | "no_plan";

export interface TrendYear {
  year: number;
  /** null = no plan covers it */
  planCode: string | null;
  versionNo: number | null;
  /** of that year; null where no plan covers it */
  implementation: Implementation | null;
  /** null = its rate is shown */
  why: WhyNoPoint | null;
}

export interface Trend {
  years: TrendYear[];
  /** neighbouring years without a point for the same reason */
  gaps: { from: number; to: number; why: WhyNoPoint }[];
  /** before that year another plan, or another version of it, begins */
  breaks: { before: number; planCode: string; versionNo: number; isNewPlan: boolean }[];
  /** years that one line may join */
  pieces: number[][];
}

/** `plans`: one after another, each with its years in order. */
export function trendOf(plans: readonly { planCode: string; years: readonly YearRate[] }[]): Trend {
  const known = plans.flatMap(({ planCode, years }) => years.map((each) => yearOfPlan(planCode, each)));
  const years = known.flatMap((each, index) => {
    const before = known[index - 1];
    return before === undefined ? [each] : [...yearsWithoutPlan(before.year + 1, each.year - 1), each];
  });
  const covered = years.filter(({ planCode }) => planCode !== null);
  const isOther = (a: TrendYear | undefined, b: TrendYear) => a !== undefined && (a.planCode !== b.planCode || a.versionNo !== b.versionNo);
  return {
    years,
    gaps: runs(years.filter(({ why }) => why !== null), (a, b) => a.why === b.why && b.year === a.year + 1)
      .flatMap((run) => { const [first, last] = [run[0], run.at(-1)]; return first?.why && last ? [{ from: first.year, to: last.year, why: first.why }] : []; }),
    breaks: covered.flatMap((each, index) => {
      const before = covered[index - 1];
      return isOther(before, each) ? [{ before: each.year, planCode: each.planCode ?? "", versionNo: each.versionNo ?? 1, isNewPlan: before?.planCode !== each.planCode }] : [];
    }),
    pieces: runs(years.filter(({ why }) => why === null), (a, b) => b.year === a.year + 1 && !isOther(a, b)).map((run) => run.map(({ year }) => year)),
  };
}

function yearOfPlan(planCode: string, { periodKey, versionNo, implementation }: YearRate): TrendYear {
  return { year: yearOf(periodKey), planCode, versionNo, implementation, why: whyNoPoint(implementation) };
}

function whyNoPoint({ rate, counts, coverageState }: Implementation): WhyNoPoint | null {
  if (rate === null) return counts.notYetDue > 0 ? "not_yet_due" : (counts.excluded.suspended ?? 0) > 0 ? "suspended" : "nothing_due";
  if (coverageState === "no_data") return "no_reports";
  return isShown(coverageState) ? null : "withheld";
}

const yearsWithoutPlan = (from: number, to: number): TrendYear[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({ year: from + index, planCode: null, versionNo: null, implementation: null, why: "no_plan" }));

/** Stretches of neighbours that belong together. */
function runs<T>(items: readonly T[], together: (a: T, b: T) => boolean): T[][] {
  return items.reduce<T[][]>((found, each) => {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && together(last, each)) run.push(each);
    else found.push([each]);
    return found;
  }, []);
}
