import { isWithinCeiling } from "~/domain/access";
import { kyivDateOf, type Instant } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { PeriodKey } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { listBegunPeriods } from "~db/queries/edition-facts";
import type { EditionCeiling } from "~db/queries/editions";
import { findPlan } from "~db/queries/plan-structure";
import { EDITION_CEILINGS } from "./edition.schema";

export interface PrepareForm {
  planCode: string;
  illustrative: boolean;
  /** years, halves and quarters of the plan that have begun, latest first */
  periods: PeriodKey[];
  ceilings: EditionCeiling[];
}

/** Throws not_found for no such plan, and for who may prepare nothing. */
export async function getPrepareForm(db: Db, actor: Actor, now: Instant, planCode: string): Promise<PrepareForm> {
  const plan = can(actor, "prepare_edition").ok ? await findPlan(db, planCode, now) : null;
  if (plan === null) throw new DomainError("not_found");
  const today = kyivDateOf(now);
  return {
    planCode: plan.code,
    illustrative: plan.illustrative,
    periods: await listBegunPeriods(db, plan.startsOn, plan.endsOn !== null && plan.endsOn < today ? plan.endsOn : today),
    ceilings: EDITION_CEILINGS.filter((level) => isWithinCeiling(level, actor.ceiling)),
  };
}
