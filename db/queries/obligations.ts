import type { ObligationState } from "~/domain/statuses";
import type { Db, Trx } from "../client.server";
import { bodyName } from "./body-name";

/** An obligation with its round, plan and body: what a form, a decision and a receipt need to know. */
export type ObligationRow = NonNullable<Awaited<ReturnType<typeof findObligation>>>;

function obligations(db: Db | Trx) {
  return db
    .selectFrom("obligation as o")
    .innerJoin("cycle as c", "c.id", "o.cycle_id")
    .innerJoin("plan as p", "p.id", "c.plan_id")
    .innerJoin("agency as a", "a.id", "o.agency_id")
    .innerJoinLateral(bodyName("a.id"), (join) => join.onTrue())
    .select([
      "o.id",
      "o.state",
      "o.excluded_reason",
      "o.period_key",
      "o.due_on",
      "o.indicator_id",
      "o.agency_id",
      "o.plan_version_id",
      "o.cycle_id",
      "c.kind as cycle_kind",
      "c.period_key as cycle_period",
      "c.opens_on",
      "c.grace_days",
      "c.plan_id",
      "p.code as plan_code",
      "p.illustrative",
      "a.code as agency_code",
      "a.needs_approval",
      "an.name_uk as agency_name_uk",
      "an.name_en as agency_name_en",
      "an.abbr_uk as agency_abbr_uk",
      "an.abbr_en as agency_abbr_en",
    ]);
}

export function findObligation(db: Db | Trx, id: string) {
  return obligations(db).where("o.id", "=", id).executeTakeFirst();
}

/** The obligations a measurement answers; one, unless two rounds ask for the same period. Earliest due first. */
export function listObligationsOf(db: Db | Trx, key: { indicatorId: string; agencyId: string; periodKey: string }): Promise<ObligationRow[]> {
  return obligations(db)
    .where("o.indicator_id", "=", key.indicatorId)
    .where("o.agency_id", "=", key.agencyId)
    .where("o.period_key", "=", key.periodKey)
    .orderBy("o.due_on")
    .orderBy("o.id")
    .execute();
}

/** Holds the row until the transaction ends, so that its state follows the facts in the order they are added. */
export async function lockObligation(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom("obligation").select("id").where("id", "=", id).forUpdate().execute();
}

/** Sets what the facts now say; an excluded obligation stays excluded. */
export async function setObligationState(trx: Trx, id: string, state: ObligationState, now: string): Promise<void> {
  await trx
    .updateTable("obligation")
    .set({ state, updated_at: now })
    .where("id", "=", id)
    .where("state", "<>", "excluded")
    .execute();
}

/** Every round of a plan, earliest due first. */
export function listRounds(db: Db | Trx, planId: string) {
  return db
    .selectFrom("cycle")
    .selectAll()
    .where("plan_id", "=", planId)
    .orderBy("due_on")
    .orderBy("opens_on")
    .execute();
}

/** Every round of every plan, latest due first. */
export function listAllRounds(db: Db | Trx) {
  return db
    .selectFrom("cycle as c")
    .innerJoin("plan as p", "p.id", "c.plan_id")
    .selectAll("c")
    .select(["p.code as plan_code", "p.illustrative"])
    .orderBy("c.due_on", "desc")
    .orderBy("p.code")
    .execute();
}

/** Text of the reference data of one body, by its id. */
export async function findAgencyLabel(db: Db | Trx, agencyId: string) {
  return db
    .selectFrom("agency as a")
    .innerJoinLateral(bodyName("a.id"), (join) => join.onTrue())
    .select(["a.id", "a.code", "an.name_uk", "an.name_en", "an.abbr_uk", "an.abbr_en"])
    .where("a.id", "=", agencyId)
    .executeTakeFirst();
}
