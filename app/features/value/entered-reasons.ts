import type { ReasonCode } from "~/domain/facts";

/** Reasons a person may give; the others come from the system or an import. A file of its own: the page reads it too. */
export const ENTERED_REASONS = ["no_data", "not_collected", "lost", "not_applicable", "cannot_exist", "suspended"] as const satisfies readonly ReasonCode[];
