/**
 * What a reading is asked as, in the address of every page that shows figures: `basis`, `values`, `known_at`,
 * `ceiling` (rules 15, 18 and 19 of the calculation rules). What is not understood is not asked.
 */
import { lowerCeiling } from "~/domain/access";
import { asOfMoment, kyivDateOf, type Instant } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { AccessLevel, CalendarDate, PeriodKey } from "~/domain/facts";
import type { ReadingKind } from "~/domain/parts";
import { visibleScope, type Actor } from "~/domain/permissions";
import type { Basis } from "~/domain/plan-versions";
import { readTypedDate, typedDate } from "~/features/value/typed-date";
import { BASES, CEILINGS, oneOf, VALUES, type ReadingShown } from "./reading-choices";

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
  return {
    basis: oneOf(BASES, query.get("basis")),
    reading: oneOf(VALUES, query.get("values")),
    knownAt: readTypedDate(query.get("known_at") ?? "") ?? undefined,
    ceiling: oneOf(CEILINGS, query.get("ceiling")),
  };
}

/** The question as the end of an address: "?basis=current&known_at=2027-04-15"; "" where nothing is asked. */
export function askedIn(question: ReadingQuestion): string {
  const asked = askedNames(question);
  return asked.length === 0 ? "" : `?${asked.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

/** What is asked, each by its name in an address. */
export const askedNames = ({ basis, reading, knownAt, ceiling }: ReadingQuestion): (readonly [name: string, value: string])[] =>
  ([["basis", basis], ["values", reading], ["known_at", knownAt], ["ceiling", ceiling]] as const).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));

/** The question with the period of the page, as a plan's own pages take it: "?known_at=2027-04-15&period=2026". */
export function askedFor(question: ReadingQuestion, period: PeriodKey | null): string {
  const asked = askedIn(question);
  if (period === null) return asked;
  return `${asked === "" ? "?" : `${asked}&`}period=${encodeURIComponent(period)}`;
}

const ASKED_NAMES = ["basis", "values", "known_at", "ceiling"];

export function readingShown(actor: Actor, now: Instant, query: URLSearchParams, usual: Basis): ReadingShown {
  const scope = visibleScope(actor);
  const question = readingQuestion(query);
  const typed = query.get("known_at")?.trim() ?? "";
  const { knownAt } = question;
  const own = scope.ceiling ?? "public";
  return {
    basis: question.basis ?? usual, reading: question.reading ?? "official", knownAt: knownAt === undefined ? typed : typedDate(knownAt),
    problem: typed === "" ? null : knownAt === undefined ? "date" : knownAt > kyivDateOf(now) ? "future" : null,
    ceiling: lowerCeiling(question.ceiling ?? own, own), ownCeiling: own, mayAddProvisional: scope.provisionalOf === "all",
    kept: [...query].filter(([name]) => !ASKED_NAMES.includes(name)),
  };
}

/** The actor with the ceiling that was asked, where it is lower than theirs: for pages of one thing. */
export const withinCeiling = (actor: Actor, { ceiling }: ReadingQuestion): Actor =>
  ceiling === undefined ? actor : { ...actor, ceiling: lowerCeiling(ceiling, actor.ceiling) };

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
