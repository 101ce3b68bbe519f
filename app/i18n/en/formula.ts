import type { Translation } from "../catalogue";
import type { formula as source } from "../uk/formula";

export const formula = {
  summary: "Formula",
  low: "Lower bound",
  high: "Upper bound",
  bounds: "interval {{range}}",
  missing: "No value",
  excluded: "Excluded",
  weights: "Weights",
  noWeights: "none: this is a rate, not an average",
  rounding: "Rounding",
  roundedOnce: "once, to 0.1",
  planAndRules: "Plan and rules",
  planVersion: "version {{no, number}} ({{date}})",
  rulesVersion: "rules version {{no, number}}",
  dataAt: "data as of {{moment}}",
  reported: "{{of}} reported",
  fully: "{{percent}} fully",
  withPartial: "with partial {{percent}}",
  withheldText: "figure withheld: {{of}} reported",
  preliminaryText: "{{percent}} preliminary",
  noDataText: "{{of}}; this is not zero",
} satisfies Translation<typeof source>;
