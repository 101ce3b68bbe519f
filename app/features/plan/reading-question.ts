/**
 * What a reading is asked as, in the address of every page that shows figures: `basis`, `values`, `known_at`,
 * `ceiling` (rules 15, 18 and 19 of the calculation rules). What is not understood is not asked.
 */
import { isWithinCeiling, lowerCeiling } from "~/domain/access";
import { asOfMoment, kyivDateOf, parseDate, type Instant } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { AccessLevel, CalendarDate } from "~/domain/facts";
import type { ReadingKind } from "~/domain/parts";
import { visibleScope, type Actor } from "~/domain/permissions";
import type { Basis } from "~/domain/plan-versions";

export const BASES = ["in_force_on_1_january", "current", "as_first_adopted"] as const satisfies readonly Basis[];
export const VALUES = ["official", "including_provisional"] as const satisfies readonly ReadingKind[];
export const CEILINGS = ["public", "internal", "restricted"] as const satisfies readonly AccessLevel[];

export interface ReadingQuestion {
  /** default: the plan in force on 1 January of the period's first year; on the plan's own pages the current one */
  basis?: Basis;
  /** default: official; including_provisional asks for the right to see every body's unverified values */
  reading?: ReadingKind;
  /** default: known now; a date means its end in Kyiv */
  knownAt?: CalendarDate;
  /** a lower ceiling than one's own; a higher one is not given */
  ceiling?: AccessLevel;
}

export function readingQuestion(query: URLSearchParams): ReadingQuestion {
  const knownAt = parseDate(query.get("known_at") ?? "");
  const question: ReadingQuestion = {
    basis: oneOf(BASES, query.get("basis")),
    reading: oneOf(VALUES, query.get("values")),
    ...(knownAt === null ? {} : { knownAt }),
    ceiling: oneOf(CEILINGS, query.get("ceiling")),
  };
  return question;
}

/** The question as the end of an address: "?basis=current&known_at=2027-04-15"; "" where nothing is asked. */
export function askedIn({ basis, reading, knownAt, ceiling }: ReadingQuestion): string {
  const asked = [["basis", basis], ["values", reading], ["known_at", knownAt], ["ceiling", ceiling]].filter(([, value]) => value !== undefined);
  return asked.length === 0 ? "" : `?${asked.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

/** The question as it is answered for one reader. */
export interface ReadAs {
  reading: ReadingKind;
  ceiling: AccessLevel;
  knownAt: Instant;
  today: CalendarDate;
}

/** Throws DomainError not_found for who sees no plan, role_lacks_action for who may not add every body's unverified values. */
export function readAs(actor: Actor, now: Instant, { reading = "official", knownAt, ceiling }: ReadingQuestion): ReadAs {
  const scope = visibleScope(actor);
  if (scope.ceiling === null) throw new DomainError("not_found");
  if (reading === "including_provisional" && scope.provisionalOf !== "all") throw new DomainError("role_lacks_action");
  const moment = asOfMoment(knownAt ?? null, now);
  return {
    reading,
    ceiling: ceiling !== undefined && isWithinCeiling(ceiling, scope.ceiling) ? ceiling : lowerCeiling(scope.ceiling, ceiling ?? scope.ceiling),
    knownAt: moment,
    today: kyivDateOf(moment),
  };
}

export const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined => known.find((each) => each === value);
