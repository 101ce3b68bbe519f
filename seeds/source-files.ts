import { readFileSync } from "node:fs";

/** Words in both languages, as the data files write them. */
export interface Words {
  uk: string;
  en: string;
}

interface StrategyFile {
  strategy: { code: string; title: Words; plan_title: Words; start: string; end: string; coordinator: string };
  units: Record<string, Words>;
  ibm_pillars: { code: string; name: Words }[];
  eibm_components: { code: string; name: Words }[];
  data_sources: { code: string; name: Words; url: string | null }[];
  territory: {
    border_sections: { code: string; name: Words }[];
    crossing_points: { code: string; section: string; mode: string; name: Words }[];
  };
  agencies: {
    code: string; abbr: Words; name: Words; type: string; participates_by_consent: boolean; can_lead: boolean;
    aliases: { text: string; from: string | null; to: string | null }[];
  }[];
  objectives: StrategyGoal[];
}
export interface StrategyGoal {
  code: string; title: Words; ibm_pillars: string[]; eibm_components: string[];
  indicators: StrategyIndicator[]; measures: StrategyMeasure[];
}
export interface StrategyMeasure {
  code: string; title: Words; lead: string; co_executors: string[]; start: string; deadline: string;
  funding_type: "within_budget" | "donor" | "budget_and_donor"; access_level: string; indicators: StrategyIndicator[];
}
export interface StrategyIndicator {
  code: string; name: Words; kind: string; unit: string; direction: string | null; aggregation: string | null;
  value_type: string; baseline: { year: number; value: number | null; basis: string; source_url?: string; comment?: string };
  targets: Record<string, number | null>; data_source: string; frequency: "annual" | "quarterly" | "monthly";
  territorial_scope: string; access_level: string; weight_in_measure?: number; responsible?: string;
  numerator?: Words; denominator?: Words; reported_by_each?: string[]; seasonal_profile?: [number, number, number, number];
  stages?: { code: string; weight: number; label?: Words }[]; note?: Words;
}

interface PastPlanFile {
  plan: { code: string; title: Words; start: string; end: string; years: number[] };
  agencies: { code: string; abbr: Words; name: Words; textInPlan: string; participates_by_consent: boolean }[];
  units: Record<string, Words>;
  subsections: { code: string; title: Words; goals: PastGoal[] }[];
}
interface PastGoal { code: string; title: Words; tasks: { code: string; title: Words; subtasks: PastSubtask[] }[] }
interface PastSubtask { code: string; label: string; title: Words; measures: PastMeasure[] }
export interface PastMeasure {
  code: string; title: Words; lead: string; finalDeadline: string;
  executors: { agency: string; textInPlan: string; byConsent: boolean }[];
  funding: { type: "amount" | "none_extra"; unit: string; byYear: Record<string, number | null>; sources: { code: string; text: Words }[] };
  indicators: PastIndicator[];
}
export interface PastIndicator {
  code: string; name: Words; unit: string | null; valueMode: "increment" | "level" | "milestone" | "yesno";
  direction: "increase" | "decrease" | null;
  value: { total: number | string | null; byYear: Record<string, number | string | null> };
  result2020: { planned: number | string; reported: number | string | null; statusText: Words } | null;
}

interface SupportFile {
  plan: { code: string; title: Words; start: string; coordinator: string };
  agencies: { code: string; name: Words }[];
  objectives: { code: string; title: Words; measures: SupportMeasure[] }[];
}
interface SupportMeasure { code: string; title: Words; lead: string; note?: string; indicators: SupportIndicator[] }
export interface SupportIndicator {
  code: string; name: Words; kind: string; unit: string; aggregation?: string; direction?: string; agency?: string;
  disaggregation?: string; stages?: { code: string; weight: number }[];
  target?: { value: number; period?: string; by?: string; basis: string; source?: string; note?: string; disputed?: string };
  observations: { on: string; value: number | boolean | string; qualifier?: string; source: string; note?: string }[];
}

/** From the project's folder, where every command runs: the built command line lies elsewhere than this file. */
const read = <T>(name: string) => JSON.parse(readFileSync(`seeds/data/${name}.json`, "utf8")) as T;

export const strategyFile = () => read<StrategyFile>("strategy-2026-2030");
export const pastPlanFile = () => read<PastPlanFile>("plan-2020-2022");
export const supportFile = () => read<SupportFile>("eu4ibm-resilience");
