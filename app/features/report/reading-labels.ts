import type { ReadingLabel } from "~/domain/reading";
import type { Translate } from "~/i18n/catalogue";
import type { ReportLabel } from "./report-table";

/** What a figure was read from, beside its domain label: which plan, and what that version is called there. */
interface LabelledReading extends Omit<ReadingLabel, "planVersionId"> {
  planCode: string;
  versionNo: number;
  inForceFrom: string;
  /** null where a table has no one period */
  periodKey: string | null;
}

/** The labels that every figure leaving the system carries (calculation rules, opening), plain and in list order. */
export function readingLabels(reading: LabelledReading, t: Translate): ReportLabel[] {
  const label = (key: ReportLabel["key"] & Parameters<typeof nameOf>[0], value: string): ReportLabel => ({ key, label: nameOf(key), value });
  const nameOf = (key: "plan" | "plan_version" | "period" | "basis" | "values" | "rules_version" | "cut_off" | "known_at" | "ceiling") => t(`csv.label.${key}`);
  return [
    label("plan", reading.planCode),
    label("plan_version", `${reading.versionNo} (${reading.inForceFrom})`),
    ...(reading.periodKey === null ? [] : [label("period", reading.periodKey)]),
    label("basis", t(`csv.basis.${reading.basis}`)),
    label("values", t(reading.includesProvisional ? "csv.withProvisional" : "csv.verifiedOnly")),
    label("rules_version", String(reading.rulesVersion)),
    ...(reading.cutOff === null ? [] : [label("cut_off", reading.cutOff)]),
    label("known_at", reading.knownAt),
    label("ceiling", t(`csv.ceiling.${reading.ceiling}`)),
  ];
}
