import { supportFile, type SupportIndicator, type Words } from "../source-files";
import type { IndicatorDraft, PlanDraft, TargetDraft } from "./plan-draft";
import { PLAN_NOTES } from "./plan-notes";

export const SUPPORT_PLAN = "EU4IBM-RES";

/** The support programme: real published figures; what was never published stays blank. */
export function supportPlan(): PlanDraft {
  const file = supportFile();
  return {
    code: SUPPORT_PLAN,
    title: file.plan.title,
    note: PLAN_NOTES.support,
    startsOn: file.plan.start,
    endsOn: null,
    illustrative: false,
    coordinator: file.plan.coordinator,
    strategy: null,
    levels: [{ key: "component", role: "goal", label: { uk: "Компонент", en: "Component" } }],
    roots: file.objectives.map((component) => ({
      code: component.code,
      title: component.title,
      measures: component.measures.map((measure) => ({
        code: measure.code,
        title: measure.title,
        startsOn: null,
        dueOn: null,
        fundingKind: "donor",
        note: measure.note ? { uk: NOTES_UK[measure.note] ?? measure.note, en: measure.note } : null,
        executors: [{ agency: measure.lead, role: "lead" as const, byConsent: false, text: null }],
        indicators: measure.indicators.map(indicatorDraft),
      })),
    })),
  };
}

/** The file notes these in English only. */
const NOTES_UK: Record<string, string> = {
  "disrupted by the war; readiness to resume stated on 25 May 2023": "перервано війною; готовність відновити заявлено 25 травня 2023 року",
  "April 2023 release: over 80 teams advanced, plus 25 newcomer teams":
    "за повідомленням квітня 2023 року: понад 80 команд підвищать рівень і ще 25 команд-початківців",
};
const STAGES: Record<string, Words> = {
  launched: { uk: "перегляд розпочато", en: "review launched" },
  review_done: { uk: "перегляд завершено", en: "review done" },
  proposals_submitted: { uk: "пропозиції подано", en: "proposals submitted" },
};

function indicatorDraft(each: SupportIndicator): IndicatorDraft {
  const staged = each.unit === "stage";
  const yesNo = each.unit === "yesno";
  return {
    code: each.code,
    name: each.name,
    kind: each.kind,
    valueType: staged ? "stages" : yesNo ? "yes_no" : "number",
    direction: each.direction ?? null,
    aggregation: each.aggregation === "cumulative" ? "cumulative_entered" : (each.aggregation ?? null),
    unit: each.unit,
    precision: 0,
    frequency: "half_yearly",
    responsible: each.agency ?? null,
    note: each.disaggregation ? { uk: "у 6 пунктах пропуску", en: each.disaggregation } : null,
    stages: each.stages?.map(({ code, weight }) => ({ code, weight: String(weight), label: STAGES[code] ?? { uk: code, en: code } })),
    targets: each.target ? [targetDraft(each.target)] : [],
  };
}

/** A target with no period, or only a date, makes nothing due in a period. */
function targetDraft(target: NonNullable<SupportIndicator["target"]>): TargetDraft {
  return {
    period: target.period ?? null,
    by: target.by ?? null,
    content: { value: String(target.value) },
    basis: target.basis,
    source: target.source ?? target.note ?? null,
    disputed: target.disputed ? { uk: NOTES_UK[target.disputed] ?? target.disputed, en: target.disputed } : null,
  };
}
