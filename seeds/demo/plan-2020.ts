import { pastPlanFile, type PastIndicator, type PastMeasure } from "../source-files";
import type { IndicatorDraft, MeasureDraft, NodeDraft, PlanDraft, TargetDraft } from "./plan-draft";
import { PLAN_NOTES } from "./plan-notes";

export const PAST_PLAN = "IBM-ILLUSTR-2020-2022";

/** The plan of 2020-2022 as its table reads: no baselines, units or data sources beyond what stands there. */
export function pastPlan(): PlanDraft {
  const file = pastPlanFile();
  return {
    code: PAST_PLAN,
    title: file.plan.title,
    note: PLAN_NOTES.past,
    startsOn: file.plan.start,
    endsOn: file.plan.end,
    illustrative: true,
    coordinator: "SBGS",
    strategy: null,
    levels: [
      { key: "section", role: "group", label: { uk: "Підрозділ", en: "Section" } },
      { key: "goal", role: "goal", label: { uk: "Стратегічна ціль", en: "Strategic goal" } },
      { key: "task", role: "objective", label: { uk: "Завдання", en: "Task" } },
      { key: "sub_task", role: "objective", label: { uk: "Підзавдання", en: "Sub-task" } },
    ],
    roots: file.subsections.map((section): NodeDraft => ({
      code: section.code,
      title: section.title,
      children: section.goals.map((goal) => ({
        code: goal.code,
        title: goal.title,
        children: goal.tasks.map((task) => ({
          code: task.code,
          title: task.title,
          children: task.subtasks.map(({ code, label, title, measures }) => ({ code, label, title, measures: measures.map(measureDraft) })),
        })),
      })),
    })),
  };
}

function measureDraft(measure: PastMeasure): MeasureDraft {
  const { funding } = measure;
  const source = funding.sources.map(({ text }) => text.uk).join("; ") || null;
  const planned = Object.entries(funding.byYear).filter((year): year is [string, number] => year[1] !== null);
  return {
    code: measure.code,
    title: measure.title,
    startsOn: null,
    dueOn: measure.finalDeadline,
    fundingKind: funding.type === "amount" ? "amount" : "not_separately_funded",
    executors: measure.executors.map(({ agency, textInPlan, byConsent }) => ({
      agency, byConsent, text: textInPlan, role: agency === measure.lead ? "lead" : "co",
    })),
    funding:
      funding.type === "none_extra"
        ? [{ year: null, source: null, kind: "not_separately_funded", planned: null, unit: null }]
        : planned.map(([year, amount]) => ({ year: Number(year), source, kind: "planned", planned: String(amount), unit: funding.unit })),
    indicators: measure.indicators.map(indicatorDraft),
  };
}

function indicatorDraft(each: PastIndicator): IndicatorDraft {
  const shape = SHAPES[each.valueMode](each);
  return {
    code: each.code,
    name: each.name,
    kind: null,
    unit: each.unit,
    frequency: "annual",
    direction: each.direction,
    precision: decimals(each),
    ...shape,
    targets: filledYears(each).map(([year, planned], index) => ({ period: year, ...target(each, planned, index + 1) })),
  };
}

type Shape = Pick<IndicatorDraft, "valueType" | "aggregation" | "totalTarget" | "stages">;

const SHAPES: Record<PastIndicator["valueMode"], (each: PastIndicator) => Shape> = {
  increment: (each) => ({ valueType: "number", aggregation: "flow", totalTarget: each.value.total === null ? null : String(each.value.total) }),
  level: (each) => ({ valueType: each.unit === "pct" ? "percentage" : "number", aggregation: "stock", totalTarget: null }),
  yesno: () => ({ valueType: "yes_no", aggregation: null, totalTarget: null }),
  // a plan milestone in words is a stage list, one stage a filled year, in order (rule 4)
  milestone: (each) => ({
    valueType: "stages", aggregation: null, totalTarget: null,
    stages: filledYears(each).map(([year, text]) => ({ code: `y${year}`, label: { uk: String(text), en: null }, weight: null })),
  }),
};

/** Year cells that are filled, in order; only these make the indicator due. */
const filledYears = (each: PastIndicator) =>
  Object.entries(each.value.byYear).filter((cell): cell is [string, number | string] => cell[1] !== null);

function target(each: PastIndicator, planned: number | string, stage: number): Omit<TargetDraft, "period"> {
  if (each.valueMode === "milestone") return { content: { stage }, text: String(planned) };
  return each.valueMode === "yesno" ? { content: { yesNo: true }, text: String(planned) } : { content: { value: String(planned) } };
}

/** As many digits as the plan or the report of 2020 write. */
function decimals(each: PastIndicator): number {
  const numbers = [...Object.values(each.value.byYear), each.result2020?.reported].filter((value) => typeof value === "number");
  return Math.max(0, ...numbers.map((value) => String(value).split(".")[1]?.length ?? 0));
}
