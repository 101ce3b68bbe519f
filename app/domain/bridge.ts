/**
 * The bridge between two printed figures of one plan: rule 22 of the calculation rules. The reading of the first figure is
 * turned into the reading of the second one input at a time; each turn is a step, its piece the change of the figure, its
 * items what the turn moved: so the pieces add up exactly, whatever the figures are.
 *
 * The order is the rule's: plan amended (dropped, leaving with their own result; added, entering as not achieved; done, what
 * the added had achieved; then what stayed under another target or date), suspended or resumed, rules, corrections, new
 * reports, verdicts. Where the two readings differ in more, a step says so: another ceiling and another period or day
 * before the plan, unverified values after the reports. What was reported and judged for the other period comes with it.
 *
 * Edge cases: a list that a step empties has the figure 0 until the next one fills it; a figure over nothing at either end
 * has no bridge (null). A target or date amended so that an item leaves the period's list counts as dropped, one that
 * brings it in as added. A measurement that counted before and reads otherwise is a correction, also one withdrawn.
 */
import { cutDisruptions, cutToCeiling } from "./access";
import { printedPieces } from "./bridge-pieces";
import { ZERO, exact, roundHalfAway, type Exact } from "./exact";
import type { Id, IndicatorFact, LocalText, MeasureStatus, PeriodKey, PlanStructure, ValueFact } from "./facts";
import { isMissing, rateOver, type RateOver } from "./implementation";
import { countedVerdict, readMeasureIn } from "./part-scores";
import { containsPeriod } from "./periods";
import { readPlan } from "./plan-readings";
import { printedPercent } from "./printing";
import type { IndicatorReading } from "./reading";
import { basisDate, hiddenFor, structureRead, verdictsOf, type ScorecardInput } from "./scorecard";
import { isDeciding, nodePath, placeOf, type PlanTree } from "./structure";

/** What a bridge can be asked for: rates of indicators (achieved; with a value), of measures (fully; with partial ones). */
export const BRIDGE_FIGURES = ["achieved", "coverage", "fully", "fully_or_partly"] as const;
export type BridgeFigure = (typeof BRIDGE_FIGURES)[number];

/** In order. */
export const BRIDGE_STEPS = [
  "access", "time", "dropped", "added", "done", "retargeted", "interruptions", "rules", "corrections", "new_reports", "unverified", "verdicts",
] as const;
export type BridgeStepCode = (typeof BRIDGE_STEPS)[number];

/** Told only where they moved something: the two readings seldom differ so. */
const SELDOM: readonly BridgeStepCode[] = ["access", "time", "retargeted", "unverified"];

/** One thing in the denominator. */
export interface Counted {
  /** in the numerator too */
  counts: boolean;
  /** of an indicator; null as it enters a list */
  reading: IndicatorReading | null;
  /** of a measure; null = not yet evaluated */
  status: MeasureStatus | null;
}

export interface BridgeItem {
  id: Id;
  code: string;
  title: LocalText;
  /** null = a measure */
  indicator: IndicatorFact | null;
  /** null = not in the denominator */
  was: Counted | null;
  is: Counted | null;
}

export interface BridgeStep {
  step: BridgeStepCode;
  /** change of the figure, exact, as a share */
  exact: Exact;
  /** in percentage points, as printed */
  piece: string;
  /** what it leaves behind: the first figure and all pieces up to here, as printed */
  printedAfter: string;
  after: RateOver;
  items: BridgeItem[];
}

export interface Bridge {
  figure: BridgeFigure;
  from: RateOver & { printed: string };
  to: RateOver & { printed: string };
  steps: BridgeStep[];
}

interface BridgeQuestion {
  figure: BridgeFigure;
  /** of the part under one node; null = the plan */
  nodeId: Id | null;
}

/** Both inputs are of one plan. Null: one of the figures is over nothing. Throws DomainError no_plan_version. */
export function bridgeBetween(from: ScorecardInput, to: ScorecardInput, question: BridgeQuestion): Bridge | null {
  const turns = turnsBetween(from, to).map(({ step, mix }) => ({ step, ...standingOf(mix, question) }));
  const [first, ...rest] = turns;
  const last = turns[turns.length - 1];
  const [start, end] = [rateOf(first?.standing), rateOf(last?.standing)];
  if (first === undefined || start.rate === null || end.rate === null) return null;
  const moves = rest.flatMap((turn, index) => movesOf(turn.step, turns[index] ?? first, turn));
  const pieces = moves.map(({ before, after }) => (rateOf(after).rate ?? ZERO).sub(rateOf(before).rate ?? ZERO));
  const [printedFrom, printedTo] = [printedPercent(start.rate), printedPercent(end.rate)];
  const printed = printedPieces(pieces, printedFrom, printedTo);
  let at = printedFrom;
  const steps = moves.map(({ step, before, after, trees }, index): BridgeStep => {
    const piece = printed[index] ?? "0.0";
    at = roundHalfAway(exact(at).add(exact(piece)), 1);
    return { step, exact: pieces[index] ?? ZERO, piece, printedAfter: at, after: rateOf(after), items: itemsOf(before, after, trees) };
  });
  return {
    figure: question.figure,
    from: { ...start, printed: printedFrom },
    to: { ...end, printed: printedTo },
    steps: steps.filter(({ step, items }) => items.length > 0 || !SELDOM.includes(step)),
  };
}

/** The inputs of a reading on the way from one figure to the other. */
interface Mix extends Pick<ScorecardInput, "basis" | "ceiling" | "disruptions" | "periodKey" | "policy" | "reading" | "today" | "values" | "verdicts"> {
  structure: PlanStructure;
  hidden: ReadonlySet<Id>;
}

/** The first figure, then one turn of an input after another; the plan is one turn that is split later. */
function turnsBetween(from: ScorecardInput, to: ScorecardInput): { step: Turn; mix: Mix }[] {
  const [first, last] = [mixOf(from), mixOf(to)];
  const countedBefore = new Set(from.values.filter(({ verified }) => verified || from.reading === "including_provisional").map(({ measurementId }) => measurementId));
  const isCorrected = ({ measurementId }: ValueFact) => countedBefore.has(measurementId);
  const isOfPeriod = ({ periodKey }: { periodKey: PeriodKey }) => from.periodKey !== to.periodKey && containsPeriod(to.periodKey, periodKey) && !containsPeriod(from.periodKey, periodKey);
  const changes: [Turn, (mix: Mix) => Partial<Mix>][] = [
    ["access", () => ({ ceiling: last.ceiling, hidden: last.hidden })],
    ["time", ({ values, verdicts }) => ({
      periodKey: last.periodKey, today: last.today, values: exchanged(values, last.values, isOfPeriod), verdicts: exchanged(verdicts, last.verdicts, isOfPeriod),
    })],
    ["plan", () => ({ structure: last.structure, basis: last.basis })],
    ["interruptions", () => ({ disruptions: last.disruptions })],
    ["rules", () => ({ policy: last.policy })],
    ["corrections", ({ values }) => ({ values: exchanged(values, last.values, isCorrected) })],
    ["new_reports", () => ({ values: last.values })],
    ["unverified", () => ({ reading: last.reading })],
    ["verdicts", () => ({ verdicts: last.verdicts })],
  ];
  let mix = first;
  return [{ step: "plan", mix }, ...changes.map(([step, change]) => ({ step, mix: (mix = { ...mix, ...change(mix) }) }))];
}

type Turn = Exclude<BridgeStepCode, (typeof PLAN_STEPS)[number]> | "plan";

const PLAN_STEPS = ["dropped", "added", "done", "retargeted"] as const satisfies readonly BridgeStepCode[];

function mixOf(input: ScorecardInput): Mix {
  const structure = structureRead(input);
  return { ...input, structure, hidden: hiddenFor(input, structure) };
}

/** Those it holds of, as they are in the other list; the rest as they were. */
const exchanged = <T>(were: readonly T[], are: readonly T[], isExchanged: (each: T) => boolean): T[] =>
  [...were.filter((each) => !isExchanged(each)), ...are.filter(isExchanged)];

type Standing = ReadonlyMap<Id, Counted>;

/** Everything in the denominator of the figure, and the tree it is named by. */
function standingOf(mix: Mix, { figure, nodeId }: BridgeQuestion): { standing: Standing; tree: PlanTree } {
  const cut = cutToCeiling(mix.structure, mix.values, mix.ceiling, mix.reading, mix.hidden);
  const disruptions = cutDisruptions(mix.disruptions, cut.cutIds);
  const readings = readPlan({ ...mix, cut, disruptions });
  const { tree } = readings;
  const isWithin = (node: Parameters<typeof nodePath>[0]) => nodeId === null || nodePath(node).includes(nodeId);
  if (figure === "achieved" || figure === "coverage") {
    const due = [...readings.byIndicator.values()].filter(({ indicatorId, due }) => {
      const indicator = tree.indicatorById.get(indicatorId);
      return due === "due" && indicator !== undefined && isDeciding(indicator) && isWithin(placeOf(tree, indicator).node);
    });
    const counts = (reading: IndicatorReading) => (figure === "achieved" ? reading.achieved === "achieved" : !isMissing(reading));
    return { tree, standing: new Map(due.map((reading) => [reading.indicatorId, { counts: counts(reading), reading, status: null }])) };
  }
  const verdictOf = verdictsOf(tree, mix, basisDate(mix, mix.structure));
  const judged = [...tree.measureById.values()].filter(({ node }) => isWithin(node)).flatMap((measure) => {
    const verdict = countedVerdict(readMeasureIn(readings, measure, disruptions), verdictOf.get(measure.fact.id));
    return verdict === null || verdict.status === "suspended" || verdict.status === "no_longer_relevant" ? [] : [{ id: measure.fact.id, status: verdict.status }];
  });
  const counts = (status: MeasureStatus | null) => status === "implemented" || (figure === "fully_or_partly" && status === "partially_implemented");
  return { tree, standing: new Map(judged.map(({ id, status }) => [id, { counts: counts(status), reading: null, status }])) };
}

const rateOf = (standing: Standing = new Map()): RateOver => rateOver([...standing.values()].filter(({ counts }) => counts).length, standing.size);

interface Stand {
  standing: Standing;
  tree: PlanTree;
}

interface Move {
  step: BridgeStepCode;
  before: Standing;
  after: Standing;
  trees: readonly PlanTree[];
}

/** An amended plan moves in four: what left, what came, what had been done of that, what stayed under other terms. */
function movesOf(step: Turn, was: Stand, is: Stand): Move[] {
  const trees = [is.tree, was.tree];
  if (step !== "plan") return [{ step, before: was.standing, after: is.standing, trees }];
  const stayed = [...was.standing].filter(([id]) => is.standing.has(id));
  const came = [...is.standing].filter(([id]) => !was.standing.has(id));
  const undone = came.map(([id, each]): [Id, Counted] => [id, { ...each, counts: false }]);
  const standings = [was.standing, new Map(stayed), new Map([...stayed, ...undone]), new Map([...stayed, ...came]), is.standing];
  return PLAN_STEPS.map((each, index) => ({ step: each, before: standings[index] ?? is.standing, after: standings[index + 1] ?? is.standing, trees }));
}

/** What entered, left, or counts otherwise; by code, so that a list reads like the plan. */
function itemsOf(before: Standing, after: Standing, trees: readonly PlanTree[]): BridgeItem[] {
  const ids = new Set([...after.keys(), ...before.keys()]);
  const items = [...ids].flatMap((id) => {
    const [was, is] = [before.get(id) ?? null, after.get(id) ?? null];
    return was?.counts === is?.counts ? [] : [{ ...named(id, trees), id, was, is }];
  });
  return items.sort((a, b) => a.code.localeCompare(b.code, "en", { numeric: true }));
}

function named(id: Id, trees: readonly PlanTree[]): Pick<BridgeItem, "code" | "title" | "indicator"> {
  for (const { indicatorById, measureById } of trees) {
    const [indicator, measure] = [indicatorById.get(id), measureById.get(id)?.fact];
    if (indicator !== undefined) return { code: indicator.code, title: indicator.name, indicator };
    if (measure !== undefined) return { code: measure.code, title: measure.title, indicator: null };
  }
  return { code: "", title: { uk: null, en: null }, indicator: null };
}
