import type { Translation } from "../catalogue";
import type { indicator as source } from "../uk/indicator";

export const indicator = {
  passport: "Passport",
  baseline: "Baseline",
  target: "Target",
  targetOf: "Target {{period}}",
  actual: "Actual",
  numerator: "Numerator",
  denominator: "Denominator",
  allValues: "All values",
  history: "History",
  asOfDate: "On",
  parts: "Parts",
  state: "State",
  note: "Flag",
  series: "Values and targets",
} satisfies Translation<typeof source>;
