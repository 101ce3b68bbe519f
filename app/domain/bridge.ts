/**
 * The bridge between two printed figures of one plan: rule 22 of the calculation rules. The reading of the first figure is
 * turned into the reading of the second one input at a time; each turn is a step, its piece the change of the figure, its
 * items what the turn moved: so the pieces add up exactly, whatever the figures are.
 *
 * The order is the rule's: plan amended (dropped, leaving with their own result; added, entering as not achieved; done, what
 * the added had achieved; then what stayed under another target or date), suspended or resumed, rules, corrections, new
 * reports, verdicts. Where the two readings differ in more, a step says so: what only the first one shows leaves before all
 * others, what only the second one shows comes after all others, so that between them nothing is told of what either
 * reading's access closes; another period or day stands before the plan, unverified values after the reports. What was
 * reported and judged for the other period comes with it.
 *
 * Edge cases: a list that a step empties, or leaves with nothing known, has the figure 0 until the next one fills it; a
 * figure over nothing at either end has no bridge (null). A target or date amended so that an item leaves the period's list
 * counts as dropped, one that brings it in as added; an addition that has no share of average progress yet enters as
 * missing. Amended weights move average progress with the step "retargeted", or with "added" where items came at the same
 * time. A measurement whose value counted before and reads otherwise is a correction, also one withdrawn; a value after a
 * reason for having none is a new report.
 */
import { lowerCeiling } from "./access";
import { printedPieces } from "./bridge-pieces";
import { closedIn, countsOf, standOf, type BridgeCounts, type BridgeFigure, type BridgeQuestion, type Counted, type Mix, type Stand, type Standing } from "./bridge-stands";
import { ZERO, exact, isZero, roundHalfAway, type Exact } from "./exact";
import type { Id, IndicatorFact, LocalText, PeriodKey, ValueFact } from "./facts";
import { containsPeriod, period } from "./periods";
import { printedPercent } from "./printing";
import { hiddenFor, structureRead, type ScorecardInput } from "./scorecard";
import type { PlanTree } from "./structure";

/** In order. */
const BRIDGE_STEPS = [
  "closed", "time", "dropped", "added", "done", "retargeted", "interruptions", "rules", "corrections", "new_reports", "unverified", "verdicts", "opened",
] as const;
export type BridgeStepCode = (typeof BRIDGE_STEPS)[number];

/** Told only where they moved something: the two readings seldom differ so. */
const SELDOM: readonly BridgeStepCode[] = ["closed", "time", "retargeted", "unverified", "opened"];

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
  after: BridgeCounts;
  /** it changed the figure, or what stands behind it */
  isMoved: boolean;
  items: BridgeItem[];
}

interface BridgeFigureEnd extends BridgeCounts {
  /** exact, as a share */
  exact: Exact;
  printed: string;
}

export interface Bridge {
  figure: BridgeFigure;
  from: BridgeFigureEnd;
  to: BridgeFigureEnd;
  /** of the two printed figures, in percentage points */
  difference: string;
  steps: BridgeStep[];
}

/** Both inputs are of one plan. Null: one of the figures is over nothing. Throws DomainError no_plan_version. */
export function bridgeBetween(from: ScorecardInput, to: ScorecardInput, question: BridgeQuestion): Bridge | null {
  const stands = turnsBetween(from, to).map(({ step, mix }) => ({ step, stand: standOf(mix, question) }));
  const [first, ...rest] = stands;
  const last = stands[stands.length - 1];
  const [start, end] = [first?.stand.value ?? null, last?.stand.value ?? null];
  if (first === undefined || last === undefined || start === null || end === null) return null;
  const moves = rest.flatMap(({ step, stand }, index) => movesOf(step, (stands[index] ?? first).stand, stand));
  const pieces = moves.map(({ before, after }) => (after.value ?? ZERO).sub(before.value ?? ZERO));
  const [printedFrom, printedTo] = [printedPercent(start), printedPercent(end)];
  const printed = printedPieces(pieces, printedFrom, printedTo);
  let at = printedFrom;
  const steps = moves.map(({ step, before, after, trees }, index): BridgeStep => {
    const piece = printed[index] ?? "0.0";
    const change = pieces[index] ?? ZERO;
    const items = itemsOf(before.standing, after.standing, trees);
    at = roundHalfAway(exact(at).add(exact(piece)), 1);
    return { step, exact: change, piece, printedAfter: at, after: countsOf(question.figure, after.standing), isMoved: items.length > 0 || !isZero(change), items };
  });
  return {
    figure: question.figure,
    from: { ...countsOf(question.figure, first.stand.standing), exact: start, printed: printedFrom },
    to: { ...countsOf(question.figure, last.stand.standing), exact: end, printed: printedTo },
    difference: roundHalfAway(exact(printedTo).sub(exact(printedFrom)), 1),
    steps: steps.filter(({ step, isMoved }) => isMoved || !SELDOM.includes(step)),
  };
}

/** The first figure, then one turn of an input after another; the plan is one turn that is split later. */
function turnsBetween(from: ScorecardInput, to: ScorecardInput): { step: Turn; mix: Mix }[] {
  const [first, last] = [mixOf(from), mixOf(to)];
  const ceiling = lowerCeiling(from.ceiling, to.ceiling);
  const counts = ({ verified, content }: ValueFact) => content.kind !== "missing" && (verified || from.reading === "including_provisional");
  const countedBefore = new Set(from.values.filter(counts).map(({ measurementId }) => measurementId));
  const isCorrected = ({ measurementId }: ValueFact) => countedBefore.has(measurementId);
  const isOfPeriod = ({ periodKey }: { periodKey: PeriodKey }) => from.periodKey !== to.periodKey && containsPeriod(to.periodKey, periodKey) && !containsPeriod(from.periodKey, periodKey);
  const changes: [Turn, (mix: Mix) => Partial<Mix>][] = [
    ["closed", () => ({ ceiling, hidden: new Set([...closedIn({ ...first, ceiling }), ...closedIn({ ...last, ceiling })]) })],
    ["time", ({ values, verdicts, disruptions }) => ({
      // what interrupted the other period alone is told as an interruption
      disruptions: from.periodKey === to.periodKey ? disruptions : disruptions.filter((each) => each.from <= period(from.periodKey).endsOn),
      periodKey: last.periodKey, today: last.today, values: exchanged(values, last.values, isOfPeriod), verdicts: exchanged(verdicts, last.verdicts, isOfPeriod),
    })],
    ["plan", () => ({ structure: last.structure, basis: last.basis })],
    ["interruptions", () => ({ disruptions: last.disruptions })],
    ["rules", () => ({ policy: last.policy })],
    ["corrections", ({ values }) => ({ values: exchanged(values, last.values, isCorrected) })],
    ["new_reports", () => ({ values: last.values })],
    ["unverified", () => ({ reading: last.reading })],
    ["verdicts", () => ({ verdicts: last.verdicts })],
    ["opened", () => ({ ceiling: last.ceiling, hidden: last.hidden })],
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

interface Move {
  step: BridgeStepCode;
  before: Pick<Stand, "standing" | "value">;
  after: Pick<Stand, "standing" | "value">;
  trees: readonly PlanTree[];
}

/** An amended plan moves in four: what left, what came, what had been done of that, what stayed under other terms. */
function movesOf(step: Turn, was: Stand, is: Stand): Move[] {
  const trees = [is.tree, was.tree];
  if (step !== "plan") return [{ step, before: was, after: is, trees }];
  const stayed = [...was.standing].filter(([id]) => is.standing.has(id));
  const came = [...is.standing].filter(([id]) => !was.standing.has(id));
  const undone = came.map(([id, each]): [Id, Counted] => [id, { part: each.part === null ? null : ZERO, reading: null, status: null, enters: true }]);
  // without additions the first version's tree will do, and its weights with it
  const tree = came.length === 0 ? was : is;
  const between = (of: Stand, entries: [Id, Counted][]) => ({ standing: new Map(entries), value: of.valueOf(new Map(entries)) });
  const stages = [was, between(was, stayed), between(tree, [...stayed, ...undone]), between(tree, [...stayed, ...came]), is];
  return PLAN_STEPS.map((each, index) => ({ step: each, before: stages[index] ?? is, after: stages[index + 1] ?? is, trees }));
}

/** What entered, left, or counts otherwise; by code, so that a list reads like the plan. */
function itemsOf(before: Standing, after: Standing, trees: readonly PlanTree[]): BridgeItem[] {
  const ids = new Set([...after.keys(), ...before.keys()]);
  const items = [...ids].flatMap((id) => {
    const [was, is] = [before.get(id) ?? null, after.get(id) ?? null];
    return isSame(was, is) ? [] : [{ ...named(id, trees), id, was, is }];
  });
  return items.sort((a, b) => a.code.localeCompare(b.code, "en", { numeric: true }));
}

function isSame(was: Counted | null, is: Counted | null): boolean {
  if (was === null || is === null) return was === is;
  return was.part === null || is.part === null ? was.part === is.part : was.part.equals(is.part);
}

function named(id: Id, trees: readonly PlanTree[]): Pick<BridgeItem, "code" | "title" | "indicator"> {
  for (const { indicatorById, measureById } of trees) {
    const [indicator, measure] = [indicatorById.get(id), measureById.get(id)?.fact];
    if (indicator !== undefined) return { code: indicator.code, title: indicator.name, indicator };
    if (measure !== undefined) return { code: measure.code, title: measure.title, indicator: null };
  }
  return { code: "", title: { uk: null, en: null }, indicator: null };
}
