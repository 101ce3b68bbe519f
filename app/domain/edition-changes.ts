/**
 * What changed from one edition to the next of the same plan, period and ceiling (rules 19 and 22 of the calculation
 * rules): a correction is a new edition that lists what it changed; nothing of the earlier one is touched. Read from the
 * kept figures of both. Reasons are digests of texts, never the texts.
 */
import { canonicalText } from "./canonical";
import { isShown } from "./coverage";
import type { EditionFigures, KeptIndicator, KeptMeasure, QuotedFigures } from "./edition-figures";
import type { DisruptionEffect, DisruptionScopeKind, Id, MeasureStatus } from "./facts";

/** The figures an edition is quoted by. */
export const TOTALS = [
  "indicators_due", "achieved", "rate", "missing", "reported", "verified", "suspended", "measures_due", "not_evaluated", "fully", "fully_or_partly", "average", "sigma", "carried_out",
] as const;
export type TotalKey = (typeof TOTALS)[number];

export interface Total {
  key: TotalKey;
  /** plain decimals as printed; null = no such figure */
  was: string | null;
  is: string | null;
}

/** Why an indicator reads otherwise, the nearest cause first. */
type Cause = "added" | "dropped" | "opened" | "interruption" | "correction" | "new_report" | "amendment" | "rules" | "other";

type ShownIndicator = Pick<KeptIndicator, "due" | "exclusion" | "achieved"> & { content: KeptIndicator["value"]["content"]; printed: string | null };

export interface IndicatorChange {
  id: Id;
  code: string;
  /** null = not in the edition */
  was: ShownIndicator | null;
  is: ShownIndicator | null;
  why: Cause;
  /** of a correction: the text that gives the reason */
  reasonDigest: string | null;
}

export interface EditionChanges {
  since: { id: Id; no: number; code: string };
  planVersion: { was: number; is: number } | null;
  rules: { was: string; is: string } | null;
  totals: Total[];
  indicators: IndicatorChange[];
  verdicts: { id: Id; code: string; was: MeasureStatus | null; is: MeasureStatus | null }[];
  disruptions: { id: Id; scopeKind: DisruptionScopeKind; scopeId: Id; effect: DisruptionEffect; how: "recorded" | "withdrawn" | "redated" }[];
}

interface Edition {
  figures: EditionFigures;
  versionNo: number;
}

/** What access tells apart from the plan: a part that is not shown any more, one that was there and not shown before. */
interface ByAccess {
  /** closed to the later edition, though the plan may have it: it is not named (rule 18) */
  isClosed(id: Id): boolean;
  /** in the plan that the earlier edition read */
  wasInPlan(id: Id): boolean;
}

/** `reasonOf`: the reason of a correction by the version it made (edition-input.ts, versionKey). */
export function editionChanges(since: EditionChanges["since"], was: Edition, is: Edition, reasonOf: ReadonlyMap<string, string>, { isClosed, wasInPlan }: ByAccess): EditionChanges {
  const [before, after] = [was.figures, is.figures];
  const told = <T extends object>(a: Readonly<Record<Id, T>>, b: Readonly<Record<Id, T>>) => pairs(a, b).filter(([id, , later]) => later !== null || !isClosed(id));
  return {
    since,
    planVersion: was.versionNo === is.versionNo ? null : { was: was.versionNo, is: is.versionNo },
    rules: before.rulesVersion === after.rulesVersion ? null : { was: before.rulesVersion, is: after.rulesVersion },
    totals: totalsThatDiffer(before, after),
    indicators: told(before.indicators, after.indicators).flatMap(([id, a, b]) => indicatorChange(id, a, b, { rules: before.rulesVersion !== after.rulesVersion, wasInPlan, reasonOf }) ?? []),
    verdicts: told(before.measures, after.measures).flatMap(([id, a, b]) => verdictChange(id, a, b) ?? []),
    disruptions: pairs(before.disruptions, after.disruptions).flatMap(([, a, b]) => {
      const { id, scopeKind, scopeId, effect } = (b ?? a)!;
      if (b === null && scopeKind !== "agency" && scopeKind !== "territory" && isClosed(scopeId)) return [];
      const how = a === null ? "recorded" : b === null ? "withdrawn" : a.from !== b.from || a.to !== b.to ? "redated" : null;
      return how === null ? [] : [{ id, scopeKind, scopeId, effect, how }];
    }),
  };
}

export function totalsThatDiffer(was: QuotedFigures, is: QuotedFigures): Total[] {
  const [before, after] = [totalsOf(was), totalsOf(is)];
  return TOTALS.flatMap((key) => (before[key] === after[key] ? [] : [{ key, was: before[key], is: after[key] }]));
}

/** Null = there is no such figure, or one that is withheld (rule 11). */
export function totalsOf({ plan: { implementation, verdicts }, averageProgress, sigma, backlog }: QuotedFigures): Record<TotalKey, string | null> {
  const { counts, rate, coverageState } = implementation;
  // nothing judged is not nothing done
  const isJudged = verdicts.notEvaluated !== verdicts.due;
  const whole = Object.values(averageProgress).find(({ kind }) => kind === "plan");
  return {
    indicators_due: counts.due, achieved: counts.achieved, rate: isShown(coverageState) && rate !== null ? rate.printed : null, missing: counts.missing, reported: counts.reported, verified: counts.verified,
    suspended: counts.excluded.suspended ?? "0", measures_due: counts.measuresDue, not_evaluated: verdicts.notEvaluated,
    fully: isJudged ? verdicts.fully.achieved : null, fully_or_partly: isJudged ? verdicts.fullyOrPartly.achieved : null,
    average: whole !== undefined && isShown(whole.coverageState) ? (whole.value?.printed ?? null) : null,
    sigma: isShown(coverageState) && sigma.points !== null ? sigma.points.printed : null, carried_out: backlog && backlog.carriedOut,
  };
}

/** By the code of either, so that a list reads like the plan. */
function pairs<T extends object>(was: Readonly<Record<Id, T>>, is: Readonly<Record<Id, T>>): [Id, T | null, T | null][] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().map((id): [Id, T | null, T | null] => [id, was[id] ?? null, is[id] ?? null])
    .sort(([, a, b], [, c, d]) => codeOf(b ?? a).localeCompare(codeOf(d ?? c), "en", { numeric: true }));
}

const codeOf = (part: object | null) => (part !== null && "code" in part && typeof part.code === "string" ? part.code : "");

function indicatorChange(id: Id, was: KeptIndicator | null, is: KeptIndicator | null, { rules, wasInPlan, reasonOf }: Pick<ByAccess, "wasInPlan"> & { rules: boolean; reasonOf: ReadonlyMap<string, string> }): IndicatorChange | null {
  const [before, after] = [shown(was), shown(is)];
  if (canonicalText(before) === canonicalText(after)) return null;
  const newer = was === null || is === null ? [] : is.value.versions.filter((version) => !was.value.versions.includes(version));
  const corrected = newer.find((version) => was?.value.versions.some((other) => other.split("/")[0] === version.split("/")[0]));
  const why = (): Cause => {
    if (was === null) return wasInPlan(id) ? "opened" : "added";
    if (is === null) return "dropped";
    if (was.exclusion !== is.exclusion) return "interruption";
    if (corrected !== undefined) return "correction";
    if (newer.length > 0) return "new_report";
    if (canonicalText(was.target) !== canonicalText(is.target)) return "amendment";
    return rules ? "rules" : "other";
  };
  return { id, code: codeOf(is ?? was), was: before, is: after, why: why(), reasonDigest: (corrected !== undefined && reasonOf.get(corrected)) || null };
}

const shown = (each: KeptIndicator | null): ShownIndicator | null =>
  each && { due: each.due, exclusion: each.exclusion, achieved: each.achieved, content: each.value.content, printed: each.value.printed };

function verdictChange(id: Id, was: KeptMeasure | null, is: KeptMeasure | null): EditionChanges["verdicts"][number] | null {
  const [before, after] = [was?.status ?? null, is?.status ?? null];
  return before === after ? null : { id, code: codeOf(is ?? was), was: before, is: after };
}
