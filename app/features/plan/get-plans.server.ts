import type { CalendarDate, LocalText, PeriodKey } from "~/domain/facts";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { can, type Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { listPlans } from "~db/queries/plan-structure";
import { yearsOf } from "./plan-reading";

export interface PlanListItem {
  code: string;
  title: LocalText;
  note: LocalText;
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
  illustrative: boolean;
  versions: number;
  /** the years a scorecard can be opened for, the latest first */
  years: PeriodKey[];
}

/** Plans somebody may read, running ones first. Throws DomainError where the actor reads none. */
export async function getPlans(db: Db, actor: Actor, now: string): Promise<PlanListItem[]> {
  const permission = can(actor, "view_plan");
  if (!permission.ok) throw new DomainError(permission.reason);
  const today = kyivDateOf(now);
  const plans = await listPlans(db, now);
  return plans.map((plan) => ({
    code: plan.code,
    title: plan.title,
    note: plan.note,
    startsOn: plan.starts_on,
    endsOn: plan.ends_on,
    illustrative: plan.illustrative,
    versions: plan.versions,
    years: yearsOf({ startsOn: plan.starts_on, endsOn: plan.ends_on }, today),
  }));
}
