import { shiftYears } from "../kyiv-time";
import { strategyFile, type StrategyGoal, type StrategyIndicator, type StrategyMeasure, type Words } from "../source-files";
import type { DraftContent, IndicatorDraft, MeasureDraft, NodeDraft, PlanDraft } from "./plan-draft";
import { PLAN_NOTES } from "./plan-notes";

export const RUNNING_PLAN = "IBM-DEMO-2030";
export const FIRST_YEAR = 2026;
const LAST_YEAR = 2030;

/**
 * Years by which the running plan moves so that today lies inside it: none inside its own years, else to where today
 * falls in its second year, so that one whole year is closed.
 */
export function yearsToShift(today: string): number {
  const year = Number(today.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? 0 : year - (FIRST_YEAR + 1);
}

/** The running plan as first adopted, moved by whole years; its code stays, so that addresses do. */
export function runningPlan(shift: number): PlanDraft {
  const file = strategyFile();
  return {
    code: RUNNING_PLAN,
    title: shiftWords(file.strategy.plan_title, shift),
    note: PLAN_NOTES.running,
    startsOn: shiftYears(file.strategy.start, shift),
    endsOn: shiftYears(file.strategy.end, shift),
    illustrative: true,
    coordinator: file.strategy.coordinator,
    strategy: { code: file.strategy.code, title: shiftWords(file.strategy.title, shift) },
    levels: [{ key: "goal", role: "goal", label: { uk: "Стратегічна ціль", en: "Strategic goal" } }],
    roots: file.objectives.map((goal) => goalDraft(goal, shift)),
  };
}

/** The mid-year amendment: fewer crossing points to rebuild in the first year, and a later date for weighing and plate recognition. */
export function amendedPlan(plan: PlanDraft, firstYear: number): PlanDraft {
  return {
    ...plan,
    roots: plan.roots.map((node) => ({
      ...node,
      measures: node.measures?.map((measure) => {
        if (measure.code === "SO4.M4") return { ...measure, dueOn: measure.dueOn && shiftYears(measure.dueOn, 1) };
        if (measure.code !== "SO1.M3") return measure;
        return { ...measure, indicators: measure.indicators.map((each) => (each.code === "SO1.M3.I1" ? lowered(each, firstYear) : each)) };
      }),
    })),
  };
}

function lowered(indicator: IndicatorDraft, year: number): IndicatorDraft {
  const targets = indicator.targets.map((target) => (target.period === String(year) ? { ...target, content: { value: "3" } } : target));
  return { ...indicator, targets };
}

function goalDraft(goal: StrategyGoal, shift: number): NodeDraft {
  return {
    code: goal.code,
    title: goal.title,
    components: [...goal.ibm_pillars, ...goal.eibm_components],
    indicators: goal.indicators.map((each) => indicatorDraft(each, shift)),
    measures: goal.measures.map((each) => measureDraft(each, shift)),
  };
}

const BY_CONSENT = new Set(strategyFile().agencies.filter((each) => each.participates_by_consent).map((each) => each.code));

function measureDraft(measure: StrategyMeasure, shift: number): MeasureDraft {
  return {
    code: measure.code,
    title: measure.title,
    startsOn: shiftYears(measure.start, shift),
    dueOn: shiftYears(measure.deadline, shift),
    access: measure.access_level,
    fundingKind: measure.funding_type,
    executors: [
      { agency: measure.lead, role: "lead", byConsent: false, text: null },
      ...measure.co_executors.map((agency) => ({ agency, role: "co" as const, byConsent: BY_CONSENT.has(agency), text: null })),
    ],
    indicators: measure.indicators.map((each) => indicatorDraft(each, shift)),
  };
}

/** Digits after the decimal mark, by unit; counts have none. */
const PRECISION: Record<string, number> = { pct: 1, hour: 1, min: 1, thsd: 1, km: 1, per100k: 1 };

function indicatorDraft(each: StrategyIndicator, shift: number): IndicatorDraft {
  return {
    code: each.code,
    name: each.name,
    kind: each.kind,
    valueType: valueType(each),
    direction: each.direction,
    aggregation: each.aggregation,
    unit: each.unit,
    precision: PRECISION[each.unit] ?? 0,
    frequency: each.frequency,
    responsible: each.responsible ?? null,
    reporters: each.reported_by_each ?? [],
    weight: each.weight_in_measure === undefined ? null : String(each.weight_in_measure),
    access: each.access_level,
    dataSource: each.data_source,
    territorialScope: each.territorial_scope,
    numerator: each.numerator ?? null,
    denominator: each.denominator ?? null,
    note: each.note ?? null,
    profile: each.seasonal_profile ? (each.seasonal_profile.map(String) as [string, string, string, string]) : null,
    stages: each.stages?.map(({ code, weight, label }) => ({ code, weight: String(weight), label: label ?? { uk: code, en: code } })),
    baseline: {
      content: each.baseline.value === null ? null : content(each, each.baseline.value),
      year: each.baseline.year + shift,
      basis: each.baseline.basis,
      source: each.baseline.source_url ?? null,
      comment: each.baseline.comment ?? null,
    },
    targets: Object.entries(each.targets)
      .filter((target): target is [string, number] => target[1] !== null)
      .map(([year, value]) => ({ period: String(Number(year) + shift), content: content(each, value), basis: "illustrative" })),
  };
}

/** A relative change may fall below zero, which a share of something never does: it is a number in per cent. */
function valueType(each: StrategyIndicator): IndicatorDraft["valueType"] {
  return each.baseline.value !== null && each.baseline.value < 0 ? "number" : (each.value_type as IndicatorDraft["valueType"]);
}

function content(each: StrategyIndicator, value: number): DraftContent {
  if (each.value_type === "stages") return { stage: value };
  return each.value_type === "yes_no" ? { yesNo: value === 1 } : { value: String(value) };
}

const shiftWords = (words: Words, shift: number): Words => ({ uk: shiftText(words.uk, shift), en: shiftText(words.en, shift) });
const shiftText = (text: string, shift: number) => text.replace(/20\d\d/g, (year) => String(Number(year) + shift));
