/** What can be chosen of a reading, by the names an address has for it (rules 15 and 18 of the calculation rules). */
import type { AccessLevel } from "~/domain/facts";
import type { ReadingKind } from "~/domain/parts";
import type { Basis } from "~/domain/plan-versions";

export const BASES = ["in_force_on_1_january", "current", "as_first_adopted"] as const satisfies readonly Basis[];
export const VALUES = ["official", "including_provisional"] as const satisfies readonly ReadingKind[];
export const CEILINGS = ["public", "internal", "restricted"] as const satisfies readonly AccessLevel[];

/** What the form that changes a reading holds: the reading shown, the reader's bounds, what else stands in the address. */
export interface ReadingShown {
  basis: Basis;
  reading: ReadingKind;
  /** as typed; "" = known now */
  knownAt: string;
  problem: "date" | "future" | null;
  ceiling: AccessLevel;
  ownCeiling: AccessLevel;
  mayAddProvisional: boolean;
  /** the page's own choices (period, filters), kept when the reading changes */
  kept: [name: string, value: string][];
}

/** The end of an address without the day it is read as of. */
export function withoutDay(search: string): string {
  const asked = new URLSearchParams(search);
  asked.delete("known_at");
  return `?${asked.toString()}`;
}

export const oneOf = <T extends string>(known: readonly T[], value: string | null | undefined): T | undefined => known.find((each) => each === value);
