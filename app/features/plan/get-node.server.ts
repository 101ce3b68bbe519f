import { DomainError } from "~/domain/errors";
import type { PeriodKey } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import { getScorecard, type ScorecardAnswer, type ScorecardQuestion } from "~/features/scorecard/get-scorecard.server";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { listComponents } from "~db/queries/components";
import { nodeAnswer, type NodeAnswer } from "./node-view";
import { yearRead, yearsOf } from "./plan-reading";
import type { ReadingQuestion } from "./reading-question";
import { readPlan } from "./read-plan.server";

/** The page of a goal or any other node. Throws DomainError not_found. */
export async function getNode(db: Db, actor: Actor, now: string, input: { planCode: string; code: string; period: PeriodKey | null; words: Words; question?: ReadingQuestion }): Promise<NodeAnswer> {
  const { words } = input;
  const reading = await readPlan(db, actor, now, input.planCode, { ...input.question, periodKey: input.period });
  const { plan } = reading;
  const node = reading.tree.nodes.find(({ fact }) => fact.code === input.code);
  if (node === undefined) throw new DomainError("not_found");
  const periods = yearsOf(plan, reading.today);
  const period = yearRead(reading, input.period);
  const [answer, components] = [await scorecardOf(db, actor, now, { ...input.question, planCode: plan.code, periodKey: period }), await listComponents(db)];
  return nodeAnswer(reading, node, { answer, components, period, periods, words });
}

/** Null where no version of the plan was in force in the period. */
async function scorecardOf(db: Db, actor: Actor, now: string, question: ScorecardQuestion): Promise<ScorecardAnswer | null> {
  try {
    return await getScorecard(db, actor, now, question);
  } catch (error) {
    if (error instanceof DomainError && error.code === "no_plan_version") return null;
    throw error;
  }
}
