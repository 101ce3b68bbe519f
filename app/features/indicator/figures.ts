/**
 * The four figures on top of an indicator's page: verified value, provisional value, target, way to it; each with the
 * formula under it. A verified and a provisional value never stand under one name (rule 9).
 */
import type { CalendarDate, IndicatorFact, LocalText, PeriodKey, Target } from "~/domain/facts";
import { comparePeriods, period, yearKey, yearOf } from "~/domain/periods";
import { figureOf } from "~/domain/indicator-types/registry";
import type { Part } from "~/domain/parts";
import { judgedTarget } from "~/domain/due-state";
import { isCounted } from "~/domain/read-value";
import type { Actual, IndicatorReading } from "~/domain/reading";
import { datedTargets, lastTarget, targetOfYear } from "~/domain/targets";
import type { PlanReading } from "~/features/plan/plan-reading";
import type { Words } from "~/i18n/words";
import { printActual, type PrintedActual } from "./print-actual";
import { printTarget, roundedFigure, shortPeriod, unitWord } from "./print-content";
import type { Span } from "./print-within";
import { nameProgress, printProgress, progressFormula, type FormulaView } from "./progress-formula";
import { valueFormula } from "./value-formula";

interface IndicatorFigure {
  key: "verified" | "provisional" | "target" | "way";
  value: string;
  caption: string;
}

export interface IndicatorFigures {
  figures: IndicatorFigure[];
  formulas: FormulaView[];
  /** the reading the way to the target is of */
  judged: IndicatorReading | null;
  latest: { official: DatedValue | null; provisional: DatedValue | null };
}

/** The latest value there is, read by its own period (a flow with a yearly target from 1 January). */
interface DatedValue {
  key: PeriodKey;
  actual: Actual;
  parts: readonly Part[];
  when: string;
}

interface FiguresInput {
  reading: PlanReading;
  indicator: IndicatorFact;
  unit: LocalText | null;
  /** periods of the indicator, in any order */
  keys: readonly PeriodKey[];
  /** the year that runs, or the plan's last with values */
  year: PeriodKey;
}

const NONE = "—";
/** letters of "команд", "minutes" */
const LONGEST_BESIDE = 7;

export function readFigures(input: FiguresInput, words: Words): IndicatorFigures {
  const { reading, indicator, unit } = input;
  const { t } = words;
  const official = latestKnown(input, "official", words);
  const widest = latestKnown(input, "including_provisional", words);
  const provisional = widest !== null && !widest.actual.verified ? widest : null;
  const judgedKey = judgedPeriod(indicator, input.year, official?.key ?? null);
  const judged = judgedKey === null ? null : reading.read(indicator, judgedKey, reading.valuesRead);
  const { onFigure, onCaption } = placeUnit(indicator, unit, words);
  const printed = (dated: DatedValue | null): PrintedActual | null => (dated === null ? null : printActual(dated.actual, indicator, onFigure, words));
  const withUnit = (caption: string) => (onCaption === null ? caption : `${onCaption}; ${caption}`);
  const beside = (word: string, of: PrintedActual | null) => withUnit(of === null || of.beside.length === 0 ? word : `${word} (${of.beside.join("; ")})`);
  const target = judged?.target ?? null;
  const end = judged === null ? null : endOf(indicator, target, judged, words);
  const verifiedPrint = printed(official);
  const provisionalPrint = printed(provisional);
  return {
    figures: [
      { key: "verified", value: verifiedPrint?.main ?? NONE, caption: official === null ? t("indicator.noVerified") : beside(t("indicator.verifiedOn", { when: official.when }), verifiedPrint) },
      { key: "provisional", value: provisionalPrint?.main ?? NONE, caption: provisional === null ? t(waitsUnseen(input) ? "indicator.waitsUnseen" : "indicator.noProvisional") : beside(t("indicator.provisionalOn", { when: provisional.when }), provisionalPrint) },
      { key: "target", value: target === null ? NONE : printTarget(target, indicator, onFigure, words), caption: target === null ? targetCaption(target, input.year, words) : withUnit(targetCaption(target, input.year, words)) },
      wayFigure(input, judged, target, end, words),
    ],
    formulas: formulasOf(input, { judged, target, end, shown: [official, provisional] }, words),
    judged,
    latest: { official, provisional },
  };
}

/** Something was submitted that this reader sees only once it is verified. */
const waitsUnseen = ({ reading, indicator, keys }: FiguresInput): boolean =>
  keys.some((key) => reading.readValue(indicator, key, "official")?.awaiting === true);

/** A long unit would not stand beside a large figure on a phone: it opens the caption instead. */
function placeUnit(indicator: IndicatorFact, unit: LocalText | null, { print }: Words): { onFigure: LocalText | null; onCaption: string | null } {
  const word = unitWord(indicator, unit, print);
  return word !== null && word.length > LONGEST_BESIDE ? { onFigure: null, onCaption: word } : { onFigure: unit, onCaption: null };
}

function wayFigure(input: FiguresInput, judged: IndicatorReading | null, target: Target | null, end: EndFigure | null, words: Words): IndicatorFigure {
  const { t, print } = words;
  if (judged === null) return { key: "way", value: NONE, caption: t("indicator.toTarget") };
  const { progress } = judged;
  const isFigure = progress.raw !== null || progress.attainment !== null || progress.hold !== null || progress.floor !== null;
  if (!isFigure) return { key: "way", value: NONE, caption: printProgress(progress, words) };
  const year = target?.periodKey ? shortPeriod(target.periodKey, print) : null;
  const name = nameProgress(progress, words);
  const caption = [
    progress.attainment === null ? null : attainedOf(input, judged, words),
    progress.raw !== null ? [name, year].filter(Boolean).join(" ") : name,
    progress.raw !== null ? null : year,
    end === null ? null : t("indicator.toTheEnd", { value: printProgress(end.progress, words) }),
  ];
  return { key: "way", value: printProgress(progress, words), caption: caption.filter((part) => part !== null).join("; ") };
}

/** "80 із 112": what the attainment is of (rule 3). */
function attainedOf({ indicator }: FiguresInput, { actual, target }: IndicatorReading, words: Words): string | null {
  const [is, to] = [figureOf(indicator, actual.content), figureOf(indicator, target?.content ?? null)];
  return is === null || to === null ? null : words.print.of(roundedFigure(is, indicator), roundedFigure(to, indicator));
}

interface EndFigure {
  progress: NonNullable<IndicatorReading["progressToEnd"]>;
  target: Target;
  label: string;
}

/** Only where the last target is another one than this year's and a percentage comes of it. */
function endOf(indicator: IndicatorFact, target: Target | null, judged: IndicatorReading, { t, print }: Words): EndFigure | null {
  const last = lastTarget(indicator);
  const progress = judged.progressToEnd;
  if (last === null || progress === null || (progress.raw === null && progress.attainment === null)) return null;
  if (last.periodKey === null || last.periodKey === target?.periodKey) return null;
  const total = indicator.aggregation === "flow" && indicator.totalTarget !== null ? { ...last, content: { kind: "number" as const, value: indicator.totalTarget } } : last;
  return { progress, target: total, label: t("indicator.toTheEndLabel", { period: shortPeriod(last.periodKey, print) }) };
}

function formulasOf(input: FiguresInput, of: { judged: IndicatorReading | null; target: Target | null; end: EndFigure | null; shown: (DatedValue | null)[] }, words: Words): FormulaView[] {
  const { reading, indicator, unit } = input;
  const ofValues = of.shown.flatMap((dated, index): FormulaView[] => {
    if (dated === null) return [];
    const about = words.t(index === 0 ? "indicator.verifiedOn" : "indicator.provisionalOn", { when: dated.when });
    const view = valueFormula({ indicator, unit, actual: dated.actual, parts: dated.parts, agencies: reading.agencies, when: about }, words);
    return view === null ? [] : [view];
  });
  const { judged } = of;
  if (judged === null || of.target === null) return ofValues;
  const actual = isCounted(judged.actual) ? judged.actual.content : null;
  const common = { indicator, unit, actual };
  const label = of.target.periodKey !== null ? shortPeriod(of.target.periodKey, words.print) : targetCaption(of.target, input.year, words);
  return [
    ...ofValues,
    progressFormula({ ...common, progress: judged.progress, target: of.target, targetLabel: label, about: `${words.t("indicator.wayToTarget")} ${of.target.periodKey === null ? "" : label}`.trim() }, words),
    ...(of.end === null ? [] : [progressFormula({ ...common, progress: of.end.progress, target: of.end.target, targetLabel: of.end.label, about: `${words.t("indicator.wayToTarget")} ${of.end.label}` }, words)]),
  ];
}

/**
 * The period the target is judged in: this year where it has a target; else the last year that had one; an open
 * target is compared with the latest value.
 */
function judgedPeriod(indicator: IndicatorFact, year: PeriodKey, latest: PeriodKey | null): PeriodKey | null {
  if (targetOfYear(indicator, year) !== null) return year;
  const past = datedTargets(indicator).flatMap(({ periodKey }) => periodKey ?? []).filter((key) => comparePeriods(key, year) < 0).at(-1);
  return past === undefined ? latest : yearKey(yearOf(past));
}

function targetCaption(target: Target | null, year: PeriodKey, { t, print }: Words): string {
  if (target === null) return t("indicator.noTargetThisYear", { period: shortPeriod(year, print) });
  if (target.periodKey !== null) return t("indicator.targetCaption", { when: shortPeriod(target.periodKey, print) });
  return target.by === null ? t("indicator.openTargetCaption") : t("indicator.targetCaption", { when: t("indicator.targetBy", { date: print.date(target.by) }) });
}

function latestKnown({ reading, indicator, keys }: FiguresInput, kind: "official" | "including_provisional", words: Words): DatedValue | null {
  for (const key of [...keys].sort(comparePeriods).reverse()) {
    const each = reading.readValue(indicator, key, kind, isYearToDate(indicator, key));
    if (each === null || !isCounted(each.actual) || each.actual.label === "carried_forward") continue;
    return { key, actual: each.actual, parts: each.parts, when: whenOf(reading, indicator, key, each.actual, words) };
  }
  return null;
}

/** The day the value was observed or holds at; of a sum, the stretch it is of. */
function whenOf(reading: Pick<PlanReading, "values">, indicator: IndicatorFact, key: PeriodKey, actual: Actual, { t, print }: Words): string {
  const observed = actual.measurementIds.length === 1 ? observedOn(reading, actual) : null;
  if (observed !== null) return print.date(observed);
  if (indicator.aggregation !== "flow") return print.date(period(actual.periodKey ?? key).endsOn);
  return isYearToDate(indicator, key) ? t("indicator.yearToDate", { date: print.date(period(key).endsOn) }) : print.period(key);
}

/** See `Span`: of a flow that is read against its year's target. */
export function flowSpan(indicator: IndicatorFact, key: PeriodKey): Span {
  const { kind } = period(key);
  return kind !== "year" && isYearToDate(indicator, key) ? kind : null;
}

/** As a flow is read against its year's target (rule 8); without one there is no year to add up to. */
export const isYearToDate = (indicator: IndicatorFact, key: PeriodKey): boolean =>
  indicator.aggregation === "flow" && period(key).kind !== "year" && judgedTarget(indicator, key).of === "year";

const observedOn = ({ values }: Pick<PlanReading, "values">, { measurementIds, verified }: Actual): CalendarDate | null =>
  values.find((value) => value.measurementId === measurementIds[0] && value.verified === verified)?.observedOn ?? null;
