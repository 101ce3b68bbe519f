/**
 * One value of many parts (rules 7 and 8 of the calculation rules): bodies first, sub-periods by the declared
 * aggregation. A sum with something missing is "at least"; ratios, averages and maxima are of what was reported;
 * a percentage without parts is never combined: the year is its latest value. A stock is the latest value of the
 * period; when a later sub-period is missing it stands, labelled and provisional.
 */
import type { Content, IndicatorFact, PeriodKey } from "./facts";
import type { Bound } from "./achieved";
import { typeOf } from "./indicator-types/registry";
import type { Part } from "./parts";
import { comparePeriods, kindOf } from "./periods";
import type { Actual } from "./reading";

type Known = Extract<Part, { state: "known" }>;

const isKnown = (part: Part): part is Known => part.state === "known";

export interface Combined {
  actual: Actual;
  bound: Bound;
}

/** `periodKey`: the period read. Parts as collectParts gives them; none at all → no value, nothing missing. */
export function combineParts(indicator: IndicatorFact, parts: readonly Part[], periodKey: PeriodKey): Combined {
  const type = typeOf(indicator);
  const overTime = type.overTime(indicator.aggregation);
  const cells = overTime === "latest" ? latestOfEachBody(parts) : [...parts];
  const known = cells.filter(isKnown);
  const asked = cells.filter((part) => part.state !== "excluded");
  const several = new Set(asked.map(({ periodKey: key }) => key)).size;
  const missing = missingOf(indicator, overTime === "latest" ? missingAfterLatest(parts) : parts);

  let content = overTime === "latest" || overTime === "add"
    ? combineKnown(known, (contents) => type.combine(contents, overTime === "add" ? "add" : type.overBodies(indicator.aggregation)))
    : combineKnown(known, (contents) => type.combine(contents, overTime), (contents) => type.combine(contents, type.overBodies(indicator.aggregation)));
  const bodies = new Set(asked.map(({ agencyId }) => agencyId));
  const withoutParts = known.some((part) => part.content.kind === "share");
  const neverCombined = bodies.size === 1 && overTime !== "latest" && withoutParts && several > 1;
  const standing = neverCombined ? known.slice(-1) : known;
  if (neverCombined) content = standing[0]?.content ?? null;

  const says = type.knownPartsSay(indicator.aggregation);
  const someMissing = asked.length > known.length;
  const publishedAtLeast = standing.some(({ value }) => value.qualifier === "at_least");
  const isLatest = neverCombined || (overTime === "latest" && missing.length > 0);
  const label = content === null
    ? "full"
    : labelOf({ someMissing: someMissing && !neverCombined, isLatest, sums: says === "at_least", publishedAtLeast });
  const last = standing.at(-1);
  return {
    actual: {
      content,
      label,
      ...countsOf(indicator, asked, bodies.size, several),
      missing,
      excludedParts: cells.flatMap((part) => (part.state === "excluded" ? missingPart(indicator, part, part.reason) : [])),
      provisional: content !== null && (missing.length > 0 || standing.some(({ value }) => !value.verified)),
      verified: content !== null && standing.every(({ value }) => value.verified),
      periodKey: content === null ? null : (overTime === "latest" || neverCombined ? (last?.periodKey ?? null) : periodKey),
      measurementIds: standing.map(({ value }) => value.measurementId),
    },
    bound: boundOf(label, says),
  };
}

/** Bodies of each sub-period first when `bodiesFirst` is given, then over time. */
function combineKnown(known: readonly Known[], combine: (contents: Content[]) => Content | null, bodiesFirst?: (contents: Content[]) => Content | null): Content | null {
  if (known.length === 0) return null;
  if (bodiesFirst === undefined) return combine(known.map(({ content }) => content));
  const ofPeriods = grouped(known, (part) => part.periodKey).map((parts) => bodiesFirst(parts.map(({ content }) => content)));
  const contents = ofPeriods.filter((content) => content !== null);
  return contents.length < ofPeriods.length ? null : combine(contents);
}

/** Of each body the newest part that says something; the newest of all when none does. */
function latestOfEachBody(parts: readonly Part[]): Part[] {
  return byBody(parts).flatMap((own) => own.findLast((part) => part.state !== "missing" || part.reason === "restricted") ?? own.at(-1) ?? []);
}

/** What is missing later than the value that stands. */
function missingAfterLatest(parts: readonly Part[]): Part[] {
  return byBody(parts).flatMap((own) => own.slice(own.findLastIndex((part) => part.state !== "missing") + 1));
}

function byBody(parts: readonly Part[]): Part[][] {
  return grouped(parts, (part) => part.agencyId).map((own) => own.toSorted((a, b) => comparePeriods(a.periodKey, b.periodKey)));
}

function grouped<T>(parts: readonly T[], keyOf: (part: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const part of parts) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part]);
  return [...groups.values()];
}

const missingPart = (indicator: IndicatorFact, { agencyId, periodKey, awaiting }: Part, reason: Actual["missing"][number]["reason"]) =>
  ({ indicatorId: indicator.id, agencyId, periodKey, reason, awaiting });

const missingOf = (indicator: IndicatorFact, parts: readonly Part[]) =>
  parts.flatMap((part) => (part.state === "missing" ? missingPart(indicator, part, part.reason) : []));

/** "2 of 3 bodies" where several owe it (known: with all its sub-periods), else "3 of 4 quarters". */
function countsOf(indicator: IndicatorFact, asked: readonly Part[], bodies: number, periods: number): Pick<Actual, "partUnit" | "knownParts" | "ofParts"> {
  if (bodies > 1) {
    const complete = byBody(asked).filter((own) => own.every(isKnown)).length;
    return { partUnit: "bodies", knownParts: complete, ofParts: bodies };
  }
  const units = { year: null, half: "halves", quarter: "quarters", month: "months" } as const;
  return { partUnit: periods > 1 ? units[kindOf(indicator.frequency)] : null, knownParts: asked.filter(isKnown).length, ofParts: asked.length };
}

function labelOf(is: { someMissing: boolean; isLatest: boolean; sums: boolean; publishedAtLeast: boolean }): Actual["label"] {
  if (is.someMissing) return is.sums ? "at_least" : "of_reported";
  if (is.publishedAtLeast) return "at_least";
  return is.isLatest ? "latest_of_period" : "full";
}

function boundOf(label: Actual["label"], says: Bound): Bound {
  if (label === "at_least") return "at_least";
  return label === "of_reported" ? says : "exact";
}
