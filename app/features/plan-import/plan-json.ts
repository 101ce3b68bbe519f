/** What was read of a plan as one object, for scripts: exact numbers as plain decimals, places as table, row and column. */
import type { DraftFunding, DraftNode } from "~/domain/plan-document/plan-draft";
import type { ResolvedMeasure, ResolvedPlan } from "~/domain/plan-document/resolve-executors";
import { exactText } from "~/domain/exact";
import type { ValueText } from "~/domain/plan-document/value-text";

const ROLES: Record<DraftNode["level"], string> = { section: "group", goal: "goal", task: "objective", sub_task: "objective" };

export function planJson({ years, nodes, measures, problems }: ResolvedPlan) {
  const upward = (code: string | null, level: DraftNode["level"]): string | null => {
    const node = nodes.find((each) => each.code === code && each.level !== "section") ?? nodes.find((each) => each.code === code);
    if (node === undefined) return null;
    return node.level === level ? node.code : upward(node.parentCode, level);
  };
  const written = nodes.map(({ code, level, parentCode, title, at }) => ({ code, level, role: ROLES[level], parentCode, title, at }));
  return {
    years,
    nodes: written,
    goals: written.filter(({ level }) => level === "goal"),
    tasks: written.filter(({ level }) => level === "task"),
    measures: measures.map((measure) => ({
      code: measure.code, title: measure.title, goalCode: upward(measure.nodeCode, "goal"), taskCode: upward(measure.nodeCode, "task"), nodeCode: measure.nodeCode,
      executors: measure.executors.map(({ text, agency, byConsent, role }) => ({ text, agency, byConsent, role })),
      deadline: deadlineOf(measure), funding: fundingOf(measure.funding, years),
      indicators: measure.indicators.map(({ code, name, mode, values: { total, byYear }, at }) => ({
        code, name, kind: mode === "milestone" || mode === "yesno" ? mode : "numeric", mode, total: valueOf(total), byYear: Object.fromEntries(years.map((year) => [year, valueOf(byYear.get(year) ?? null)])), at,
      })),
      at: measure.at,
    })),
    problems: problems.map(({ severity, code, about, at, value }) => ({ severity, code, about, ...at, value })),
  };
}

const valueOf = (value: ValueText | null): string | boolean | null => (value === null ? null : value.kind === "number" ? exactText(value.value) : value.kind === "yes_no" ? value.value : value.text);

/** Without a column of deadlines a filled year means due by its end: the last of them. */
function deadlineOf({ deadline, indicators }: ResolvedMeasure) {
  if (deadline !== null) return { raw: deadline.raw, kind: deadline.kind, end: deadline.end };
  const last = Math.max(...indicators.flatMap(({ values }) => [...values.byYear.keys()]));
  return Number.isFinite(last) ? { raw: String(last), kind: "date", end: `${last}-12-31` } : null;
}

function fundingOf(funding: DraftFunding | null, years: readonly number[]) {
  if (funding === null || funding.kind === "none") return funding;
  const { kind, unit, total, byYear, sources } = funding;
  const amount = (year: number) => { const found = byYear.get(year); return found === undefined ? null : exactText(found); };
  return { kind, unit, total: total && exactText(total), byYear: Object.fromEntries(years.map((year) => [year, amount(year)])), sources };
}
