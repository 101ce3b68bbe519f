import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { can, type Actor } from "~/domain/permissions";
import { actorOf } from "~/features/account/actor";
import { findReading } from "~/features/plan/read-plan.server";
import { printExecutors } from "~/features/plan/print-measure";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { listHolders } from "~db/queries/grants";
import { listPlans } from "~db/queries/plan-structure";
import { measuresOf, subjectsIn } from "./scoring-plan.server";

export interface UnjudgedMeasure {
  planCode: string;
  code: string;
  title: string;
  /** lead and executors: the bodies an evaluator must not be of */
  bodies: string;
  dueOn: string | null;
  /** some evaluator is of another body, but none of those is cleared for the measure */
  isOfClearance: boolean;
}

export interface Unjudged {
  measures: UnjudgedMeasure[];
  /** how many people hold the role of an evaluator now */
  evaluators: number;
  illustrative: boolean;
}

/**
 * Measures of plans in force that nobody may judge: every evaluator of today belongs to a body that leads or must execute
 * them, or is not cleared for them (case C16). Within the reader's ceiling. Throws the refusal.
 */
export async function getUnjudged(db: Db, actor: Actor, now: string, words: Words): Promise<Unjudged> {
  const permission = can(actor, "view_unjudged");
  if (!permission.ok) throw new DomainError(permission.reason);
  const today = kyivDateOf(now);
  const evaluators = (await listHolders(db, "evaluator", now, today)).map(actorOf);
  const plans = (await listPlans(db, now)).filter((plan) => plan.starts_on <= today && (plan.ends_on === null || plan.ends_on >= today));
  const measures: UnjudgedMeasure[] = [];
  for (const { code: planCode } of plans) {
    const reading = await findReading(db, actor, now, planCode);
    if (reading === null) continue;
    const subjectOf = subjectsIn(reading);
    for (const measure of measuresOf(reading)) {
      const subject = subjectOf(measure);
      if (evaluators.some((each) => can(each, "score_measure", subject).ok)) continue;
      measures.push({
        planCode, code: measure.fact.code, title: chooseText(measure.fact.title, words.print.language).text,
        bodies: printExecutors(measure.fact, reading.agencies, words), dueOn: measure.fact.dueOn,
        isOfClearance: evaluators.some((each) => can(each, "score_measure", { ...subject, access: "public" }).ok),
      });
    }
  }
  return { measures, evaluators: evaluators.length, illustrative: plans.some(({ code, illustrative }) => illustrative && measures.some(({ planCode }) => planCode === code)) };
}
