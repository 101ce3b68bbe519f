import { exact, roundHalfAway, toDecimal, ZERO, type Exact } from "../../app/domain/exact";
import { period, yearOf } from "../../app/domain/periods";
import { seedNumber } from "../seed-id";
import type { IndicatorDraft } from "./plan-draft";
import type { ReportedContent } from "./reported";
import { TRACKS, type Track } from "./story-tracks";

const THOUSAND = exact(1000);
const MONTHS_IN_YEAR = 12;

/** The value the story has for an indicator, body and period: from the plan's line and the indicator's track alone. */
export function modelledValue(indicator: IndicatorDraft, agency: string, key: string, firstYear: number): ReportedContent {
  const track = TRACKS[indicator.code] ?? {};
  const stated = statedValue(indicator, track, key, firstYear);
  if (indicator.valueType === "stages") return { kind: "stage", stage: stated ?? 0 };
  if (indicator.valueType === "yes_no") return { kind: "yes_no", yesNo: stated === 1 };
  const level = stated === null ? byLine(indicator, track, agency, key) : exact(String(stated));
  return asContent(indicator, track, agency, key, level);
}

/** Position of the period among the plan's periods of its kind. */
function statedValue(indicator: IndicatorDraft, track: Track, key: string, firstYear: number): number | null {
  if (!track.stated) return null;
  const { year, index, kind } = period(key);
  const perYear = { year: 1, half: 2, quarter: 4, month: MONTHS_IN_YEAR }[kind];
  const place = (year - firstYear) * perYear + index - 1;
  const repeats = indicator.frequency === "monthly" ? place % track.stated.length : Math.min(place, track.stated.length - 1);
  return track.stated[repeats] ?? null;
}

function byLine(indicator: IndicatorDraft, track: Track, agency: string, key: string): Exact {
  const pace = exact(track.pace ?? 1000).div(THOUSAND);
  if (indicator.aggregation === "flow") return flowOf(indicator, track, agency, key).mul(pace);
  const base = baselineOf(indicator);
  const level = base.add(lineAt(indicator, key).sub(base).mul(pace));
  return withNoise(level, track, indicator.code, agency, key);
}

/** The plan's line at the period's end: from last year's target, or the baseline, to this year's. */
function lineAt(indicator: IndicatorDraft, key: string): Exact {
  const { year, index, kind } = period(key);
  const elapsed = { year: 1, half: 2, quarter: 4, month: MONTHS_IN_YEAR }[kind];
  const before = targetOf(indicator, year - 1) ?? baselineOf(indicator);
  const target = targetOf(indicator, year) ?? before;
  return before.add(target.sub(before).mul(exact(index)).div(exact(elapsed)));
}

/** The year's target, by the declared share of its quarter and by the body's part. */
function flowOf(indicator: IndicatorDraft, track: Track, agency: string, key: string): Exact {
  const { index, kind } = period(key);
  const target = targetOf(indicator, yearOf(key)) ?? baselineOf(indicator);
  const part = exact(track.split?.[agency] ?? 1000).div(THOUSAND);
  const quarter = kind === "month" ? Math.ceil(index / 3) : index;
  const share = indicator.profile ? exact(indicator.profile[quarter - 1] ?? "0") : exact("0.25");
  const ofPeriod = kind === "year" ? target : kind === "month" ? target.mul(share).div(exact(3)) : target.mul(share);
  return withNoise(ofPeriod.mul(part), track, indicator.code, agency, key);
}

function withNoise(value: Exact, track: Track, ...names: string[]): Exact {
  const noise = track.noise ?? 0;
  if (noise === 0) return value;
  return value.mul(exact(1000 - noise + seedNumber(2 * noise + 1, "noise", ...names))).div(THOUSAND);
}

function asContent(indicator: IndicatorDraft, track: Track, agency: string, key: string, level: Exact): ReportedContent {
  const whole = typeof track.of === "number" ? track.of : track.of?.[agency];
  if (whole !== undefined) {
    const isCount = indicator.aggregation === "ratio_of_sums";
    const denominator = isCount ? varied(whole, indicator.code, agency, key) : whole;
    const numerator = roundHalfAway(level.mul(exact(denominator)).div(exact(100)), 0);
    return { kind: "parts", numerator, denominator: String(denominator) };
  }
  // a running total counts finished things only
  const rounded = indicator.aggregation === "cumulative_entered" ? wholeBelow(level) : roundHalfAway(level, indicator.precision);
  return { kind: indicator.valueType === "percentage" ? "share" : "number", value: plain(rounded) };
}

/** Cases of a period vary by up to 6 per cent around the usual number. */
const varied = (usual: number, ...names: string[]) => usual + Math.trunc((usual * (seedNumber(121, "cases", ...names) - 60)) / 1000);

const wholeBelow = (level: Exact) => (level.n / level.d).toString();

/** A plain decimal without trailing zeros, as the database prints it. */
const plain = (text: string) => toDecimal(exact(text)) ?? text;

function targetOf(indicator: IndicatorDraft, year: number): Exact | null {
  const found = indicator.targets.find((target) => target.period === String(year))?.content;
  return found && "value" in found ? exact(found.value) : null;
}

function baselineOf(indicator: IndicatorDraft): Exact {
  const content = indicator.baseline?.content;
  return content && "value" in content ? exact(content.value) : ZERO;
}
