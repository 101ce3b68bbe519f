import { bridgeBetween, type Bridge } from "~/domain/bridge";
import type { BridgeFigure } from "~/domain/bridge-stands";
import { isShown } from "~/domain/coverage";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { Id, PeriodKey } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import type { CoverageState } from "~/domain/reading";
import { resultOf } from "~/domain/rollup";
import type { ScorecardInput } from "~/domain/scorecard";
import { getEditionFacts } from "~/features/edition/edition-facts.server";
import { compareWith } from "~/features/edition/recompute-edition.server";
import { yearsOf } from "~/features/plan/plan-reading";
import { readAs } from "~/features/plan/reading-question";
import { answerOf, getScorecardFacts, type ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import type { Db } from "~db/client.server";
import { recallPlan } from "~db/plan-memory.server";
import { findEdition, findQuotedEdition, listPreparations, type EditionCeiling, type EditionRecord } from "~db/queries/editions";
import type { PlanRecord } from "~db/queries/plan-structure";
import type { BridgeQuestion, BridgeSide } from "./bridge-question";

/** One of the two figures: what it is read from, and everything that reading says. */
export interface BridgeEnd {
  /** as it was asked, or as it is usual */
  side: BridgeSide;
  edition: EditionRecord | null;
  answer: ScorecardAnswer;
  /** whether its figure may be shown, and over how many it is; null = the node asked for is not in this reading */
  shown: { state: CoverageState; due: number } | null;
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
 * The bridge between two figures of a plan as this reader may see them both. Without a question: from the last edition of
 * the latest year, else from the plan as first adopted, to what is known now. Throws DomainError not_found (no such plan,
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
  const bridge = barred === null ? bridgeBetween(from.input, to.input, { figure, nodeId }) : null;
  return { question: { ...question, ...sides, figure }, ...ends, bridge, barred: bridge === null ? (barred ?? "nothing_due") : null, editions, years };
}

/** A period that is not asked is the other side's; a first figure that is not asked is the last one published. */
async function usualSides(db: Db, actor: Actor, now: string, { from, to }: BridgeQuestion, plan: PlanRecord, { editions, years }: Pick<OpenBridge, "editions" | "years">): Promise<{ from: BridgeSide; to: BridgeSide }> {
  const periodOf = ({ edition, periodKey }: BridgeSide) => (edition === undefined ? periodKey : editions.find(({ code }) => code === edition)?.periodKey);
  const usual = periodOf(to) ?? periodOf(from) ?? years[0] ?? plan.startsOn.slice(0, 4);
  const whole = (side: BridgeSide): BridgeSide => (side.edition === undefined ? { ...side, periodKey: side.periodKey ?? usual } : { edition: side.edition });
  if (Object.values(from).some((asked) => asked !== undefined)) return { from: whole(from), to: whole(to) };
  const { ceiling, knownAt } = readAs(actor, now, to);
  const last = ceiling === "restricted" || to.edition !== undefined ? null : await findQuotedEdition(db, { planId: plan.id, periodKey: usual, ceiling }, knownAt);
  return { from: last === null ? { periodKey: usual, basis: "as_first_adopted" } : { edition: last.code }, to: whole(to) };
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
    return { side, edition, answer: facts.answer, input: facts.input, isSame: compareWith(edition, facts).isSame };
  }
  const { periodKey = "", edition: _none, ...reading } = side;
  const facts = await getScorecardFacts(db, actor, now, { planCode, periodKey, ...reading });
  return { side, edition: null, answer: answerOf(facts), input: facts.input, isSame: true };
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
    return result && { state: result.coverageState, due: result.leavesDue };
  }
  const part = nodeId === null ? scorecard.plan : scorecard.nodes.find((node) => node.nodeId === nodeId);
  if (part === undefined) return null;
  const { implementation: { counts, coverageState }, verdicts } = part;
  if (figure === "fully" || figure === "fully_or_partly") return { state: verdicts.coverageState, due: verdicts.due };
  // how much is known may always be told
  return { state: figure === "coverage" && counts.due > 0 ? "final" : coverageState, due: counts.due };
}

/** What may not be printed is not split either (rule 11). */
function barOf(ends: readonly (Read & BridgeEnd)[]): OpenBridge["barred"] {
  if (ends.some(({ isSame }) => !isSame)) return "recomputes_otherwise";
  if (ends.some(({ shown }) => shown === null || shown.due === 0)) return "nothing_due";
  return ends.every(({ shown }) => shown !== null && isShown(shown.state)) ? null : "withheld";
}
