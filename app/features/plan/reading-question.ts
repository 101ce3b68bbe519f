/**
 * What a reading is asked as, in the address of every page that shows figures: `basis`, `values`, `known_at`,
 * `ceiling` (rules 15, 18 and 19 of the calculation rules). What is not understood is not asked.
 */
import { lowerCeiling } from "~/domain/access";
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
  const knownAt = dayOf(query.get("known_at") ?? "");
  return {
    basis: oneOf(BASES, query.get("basis")),
    reading: oneOf(VALUES, query.get("values")),
    ...(knownAt === null ? {} : { knownAt }),
    ceiling: oneOf(CEILINGS, query.get("ceiling")),
  };
}

/** The question as the end of an address: "?basis=current&known_at=2027-04-15"; "" where nothing is asked. */
export function askedIn({ basis, reading, knownAt, ceiling }: ReadingQuestion): string {
  const asked = [["basis", basis], ["values", reading], ["known_at", knownAt], ["ceiling", ceiling]].filter(([, value]) => value !== undefined);
  return asked.length === 0 ? "" : `?${asked.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

/** As people write it ("15.04.2027") or as addresses do; null = no such day. */
function dayOf(typed: string): CalendarDate | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed.trim()) ?? [];
  return parseDate(year === "" ? typed.trim() : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

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

const ASKED_NAMES = ["basis", "values", "known_at", "ceiling"];

export function readingShown(actor: Actor, now: Instant, query: URLSearchParams, usual: Basis): ReadingShown {
  const scope = visibleScope(actor);
  const question = readingQuestion(query);
  const typed = query.get("known_at")?.trim() ?? "";
  const own = scope.ceiling ?? "public";
  return {
    basis: question.basis ?? usual, reading: question.reading ?? "official", knownAt: typed,
    problem: typed === "" ? null : question.knownAt === undefined ? "date" : question.knownAt > kyivDateOf(now) ? "future" : null,
    ceiling: lowerCeiling(question.ceiling ?? own, own), ownCeiling: own, mayAddProvisional: scope.provisionalOf === "all",
    kept: [...query].filter(([name]) => !ASKED_NAMES.includes(name)),
  };
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
    ceiling: lowerCeiling(ceiling ?? scope.ceiling, scope.ceiling),
    knownAt: moment,
    today: kyivDateOf(moment),
  };
}

export const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined => known.find((each) => each === value);
