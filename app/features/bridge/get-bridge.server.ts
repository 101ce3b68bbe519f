import { bridgeBetween, type Bridge } from "~/domain/bridge";
import type { BridgeFigure } from "~/domain/bridge-stands";
import { isShown } from "~/domain/coverage";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { Exact } from "~/domain/exact";
import type { Id, PeriodKey } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import type { CoverageState } from "~/domain/reading";
import { resultOf } from "~/domain/rollup";
import { hiddenIn, type ScorecardInput } from "~/domain/scorecard";
import { getEditionFacts } from "~/features/edition/edition-facts.server";
import { compareWith } from "~/features/edition/recompute-edition.server";
import { levelsOn, yearsOf } from "~/features/plan/plan-reading";
import { readAs } from "~/features/plan/reading-question";
import { answerOf, getScorecardFacts, type ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import type { Db } from "~db/client.server";
import { recallPlan } from "~db/plan-memory.server";
import { findEdition, findQuotedEdition, listPreparations, type EditionCeiling, type EditionRecord } from "~db/queries/editions";
import type { PlanRecord } from "~db/queries/plan-structure";
import type { BridgeQuestion, BridgeSide } from "./bridge-question";

/** One of the two figures: what it is read from, and everything that reading says. */
export interface BridgeEnd {
  edition: EditionRecord | null;
  answer: ScorecardAnswer;
  /** its figure, where it may be shown; null = the node asked for is not in this reading */
  shown: BridgeShown | null;
}

export interface BridgeShown {
  state: CoverageState;
  counted: number;
  due: number;
  /** shares */
  value: Exact | null;
  low: Exact | null;
  high: Exact | null;
}

/** An edition that a bridge can start from or lead to. */
export interface ChoosableEdition {
  code: string;
  no: number;
  periodKey: PeriodKey;
  ceiling: EditionCeiling;
}

export interface OpenBridge {
  question: BridgeQuestion & { figure: BridgeFigure };
  from: BridgeEnd;
  to: BridgeEnd;
  bridge: Bridge | null;
  /** why there is none: a figure over nothing, one that its coverage withholds, an edition that the facts no longer give */
  barred: "nothing_due" | "withheld" | "recomputes_otherwise" | null;
  editions: ChoosableEdition[];
  years: PeriodKey[];
}

/**
 * The bridge between two figures of a plan as this reader may see them both. A first figure that is not asked is the last
 * edition of the second one's period and access, of an edition the one before; else the same reading of the plan as first
 * adopted. Without any question the second is the latest year as known now. Throws DomainError not_found (no such plan,
 * node or edition, or none for them), no_plan_version, role_lacks_action.
 */
export async function getBridge(db: Db, actor: Actor, now: string, question: BridgeQuestion): Promise<OpenBridge> {
  const plan = can(actor, "view_scorecard").ok ? await recallPlan(db, question.planCode, now) : null;
  if (plan === null) throw new DomainError("not_found");
  const ceilings = (["public", "internal"] as const).filter((access) => can(actor, "view_edition", { access }).ok);
  const editions = (await listPreparations(db, ceilings, plan.id)).flatMap(({ release, periodKey, ceiling }) => (release === null ? [] : [{ code: release.code, no: release.no, periodKey, ceiling }]));
  const years = yearsOf(plan, kyivDateOf(now));
  const sides = await usualSides(db, actor, now, question, plan, { editions, years });
  const [from, to] = [await readSide(db, actor, now, question.planCode, sides.from), await readSide(db, actor, now, question.planCode, sides.to)];
  const nodeId = nodeOf(question.goal, to.answer, from.answer);
  const figure = question.figure ?? usualFigure(to.answer, nodeId);
  const ends = { from: { ...from, shown: shownOf(from.answer, nodeId, figure) }, to: { ...to, shown: shownOf(to.answer, nodeId, figure) } };
  const barred = barOf([ends.from, ends.to]);
  const whole = barred === null ? bridgeBetween(from.input, to.input, { figure, nodeId }) : null;
  const bridge = whole && withoutClosed(whole, closedNow(plan, actor, now));
  return { question: { ...question, ...sides, figure }, ...ends, bridge, barred: bridge === null ? (barred ?? "nothing_due") : null, editions, years };
}

/** What the reader may not see today, whatever an older edition shows of it. */
function closedNow(plan: PlanRecord, actor: Actor, now: string): ReadonlySet<Id> {
  const levels = levelsOn(plan, kyivDateOf(now));
  return levels === null ? new Set() : hiddenIn(levels, plan.versions.map(({ structure }) => structure), readAs(actor, now, {}).ceiling);
}

/** The piece of a step stays, for both figures are read; what has been closed since is not named with it (rule 18). */
const withoutClosed = (bridge: Bridge, closed: ReadonlySet<Id>): Bridge =>
  ({ ...bridge, steps: bridge.steps.map((step) => ({ ...step, items: step.items.filter(({ id }) => !closed.has(id)) })) });

/** A period that is not asked is the other side's; a first figure that is not asked is the last one published. */
async function usualSides(db: Db, actor: Actor, now: string, { from, to }: BridgeQuestion, plan: PlanRecord, { editions, years }: Pick<OpenBridge, "editions" | "years">): Promise<{ from: BridgeSide; to: BridgeSide }> {
  const periodOf = ({ edition, periodKey }: BridgeSide) => (edition === undefined ? periodKey : editions.find(({ code }) => code === edition)?.periodKey);
  const usual = periodOf(to) ?? periodOf(from) ?? years[0] ?? plan.startsOn.slice(0, 4);
  const whole = (side: BridgeSide): BridgeSide => (side.edition === undefined ? { ...side, periodKey: side.periodKey ?? usual } : { edition: side.edition });
  if (Object.values(from).some((asked) => asked !== undefined)) return { from: whole(from), to: whole(to) };
  return { from: (await usualFrom(db, actor, now, plan, whole(to))) ?? whole({}), to: whole(to) };
}

/** What the second figure is usually held against; null = no such edition. */
async function usualFrom(db: Db, actor: Actor, now: string, plan: PlanRecord, to: BridgeSide): Promise<BridgeSide | null> {
  if (to.edition !== undefined) {
    const edition = await findEdition(db, { code: to.edition });
    if (edition === null) return null;
    const { release: { changes }, periodKey, knownAt, ceiling } = edition;
    return changes === null ? { periodKey, basis: "as_first_adopted", knownAt: kyivDateOf(knownAt), ceiling } : { edition: changes.since.code };
  }
  const { ceiling, knownAt } = readAs(actor, now, to);
  const series = ceiling === "restricted" || to.periodKey === undefined ? null : { planId: plan.id, periodKey: to.periodKey, ceiling };
  const last = series && (await findQuotedEdition(db, series, knownAt));
  return last === null ? { ...to, basis: "as_first_adopted" } : { edition: last.code };
}

interface Read extends Omit<BridgeEnd, "shown"> {
  input: ScorecardInput;
  /** an edition is what it was released as */
  isSame: boolean;
}

async function readSide(db: Db, actor: Actor, now: string, planCode: string, side: BridgeSide): Promise<Read> {
  if (side.edition !== undefined) {
    const edition = await findEdition(db, { code: side.edition });
    if (edition === null || edition.planCode !== planCode || !can(actor, "view_edition", { access: edition.ceiling }).ok) throw new DomainError("not_found");
    const facts = await getEditionFacts(db, edition);
    return { edition, answer: facts.answer, input: facts.input, isSame: compareWith(edition, facts).isSame };
  }
  const { periodKey = "", edition: _none, ...reading } = side;
  const facts = await getScorecardFacts(db, actor, now, { planCode, periodKey, ...reading });
  return { edition: null, answer: answerOf(facts), input: facts.input, isSame: true };
}

/** Throws DomainError not_found for a node that neither reading has. */
function nodeOf(code: string | null, ...answers: ScorecardAnswer[]): Id | null {
  if (code === null) return null;
  const found = answers.flatMap(({ scorecard }) => scorecard.tree.nodes).find(({ fact }) => fact.code === code);
  if (found === undefined) throw new DomainError("not_found");
  return found.fact.id;
}

/** The headline; while nothing of it is due, what the reading is about instead. */
function usualFigure(answer: ScorecardAnswer, nodeId: Id | null): BridgeFigure {
  const isAbout = (figure: BridgeFigure) => (shownOf(answer, nodeId, figure)?.due ?? 0) > 0;
  return !isAbout("achieved") && isAbout("average") ? "average" : "achieved";
}

function shownOf({ scorecard }: ScorecardAnswer, nodeId: Id | null, figure: BridgeFigure): BridgeEnd["shown"] {
  if (figure === "average") {
    const result = resultOf(scorecard.averageProgress, nodeId);
    return result && { state: result.coverageState, counted: result.leavesKnown, due: result.leavesDue, value: result.value, low: result.low, high: result.high };
  }
  const part = nodeId === null ? scorecard.plan : scorecard.nodes.find((node) => node.nodeId === nodeId);
  if (part === undefined) return null;
  const { implementation: { counts, rate, low, high, coverage, coverageState }, verdicts } = part;
  const { due } = counts;
  if (figure === "fully") return { state: verdicts.coverageState, counted: verdicts.fully.achieved, due: verdicts.due, value: verdicts.fully.rate, low: verdicts.low, high: verdicts.high };
  if (figure === "fully_or_partly") return { state: verdicts.coverageState, counted: verdicts.fullyOrPartly.achieved, due: verdicts.due, value: verdicts.fullyOrPartly.rate, low: null, high: null };
  if (figure === "achieved") return { state: coverageState, counted: counts.achieved, due, value: rate, low, high };
  // how much is known may always be told
  return { state: due > 0 ? "final" : coverageState, counted: due - counts.missing, due, value: coverage, low: coverage, high: coverage };
}

/** What may not be printed is not split either (rule 11). */
function barOf(ends: readonly (Read & BridgeEnd)[]): OpenBridge["barred"] {
  if (ends.some(({ isSame }) => !isSame)) return "recomputes_otherwise";
  if (ends.some(({ shown }) => shown === null || shown.due === 0)) return "nothing_due";
  return ends.every(({ shown }) => shown !== null && isShown(shown.state)) ? null : "withheld";
}
