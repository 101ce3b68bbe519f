import type { Translation } from "../catalogue";
import type { csv as source } from "../uk/csv";

export const csv = {
  link: "CSV",
  linkFor: "Download the table “{{caption}}” as CSV",
  rows: "Rows in the file",
  label: {
    plan: "Plan",
    plan_version: "Plan version",
    basis: "Basis",
    rules_version: "Rules version",
    cut_off: "Data cut-off day",
    known_at: "Known at",
    ceiling: "Access level",
    values: "Values",
    period: "Period read",
  },
  column: { exclusion: "Why excluded", qualifier: "Qualifier", starts_on: "Start", ends_on: "End", indicator_name: "Indicator name", value_label: "How the value is put together", progress: "Progress, %" },
  basis: {
    in_force_on_1_january: "plan in force on 1 January",
    current: "current plan",
    as_first_adopted: "plan as first adopted",
  },
  ceiling: { public: "public measures only", internal: "public and internal measures", restricted: "all measures" },
  verifiedOnly: "verified only",
  withProvisional: "including provisional",
} satisfies Translation<typeof source>;
