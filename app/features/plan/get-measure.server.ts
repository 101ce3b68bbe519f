import { DomainError } from "~/domain/errors";
import type { PeriodKey } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import { recordRestrictedRead } from "~/features/audit/record-restricted-read.server";
import { measureByCode } from "~/domain/structure";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { findMeasureDetails } from "~db/queries/measure-details";
import { measureAnswer, type MeasureAnswer } from "./measure-view";
import { yearRead, yearsOf } from "./plan-reading";
import type { ReadingQuestion } from "./reading-question";
import { readPlan } from "./read-plan.server";

/** The page of one measure with its tables. Reading a restricted one is recorded. Throws DomainError not_found. */
export async function getMeasure(db: Db, actor: Actor, now: string, input: { planCode: string; code: string; period: PeriodKey | null; words: Words; question?: ReadingQuestion }): Promise<MeasureAnswer> {
  const { words } = input;
  const reading = await readPlan(db, actor, now, input.planCode, { ...input.question, periodKey: input.period });
  const { plan, version, tree } = reading;
  const measure = measureByCode(tree, input.code);
  if (measure === null) throw new DomainError("not_found");
  const details = await findMeasureDetails(db, version.structure.planVersionId, measure.fact.id, reading.knownAt);
  const periods = yearsOf(plan, reading.today);
  const period = yearRead(reading, input.period);
  const answer = measureAnswer(reading, measure, { details, period, periods, words });
  if (answer.view.access === "restricted") await recordRestrictedRead(db, actor, now, { plan: plan.code, measure: measure.fact.code });
  return answer;
}
