import { publishEverything } from "../app/features/public-site/publish-pages.server";
import { buildObligations } from "../app/features/cycle/build-obligations.server";
import type { Db, Trx } from "../db/client.server";
import { inTransaction } from "../db/transaction.server";
import { insertRows, recordActs } from "./acts";
import { accountId, demoPasswordHash } from "./demo/accounts";
import { editionActs } from "./demo/editions";
import { FIRST_YEAR, yearsToShift } from "./demo/plan-2030";
import { BEFORE_EVERYTHING, DEMO_PLANS, demoStory, lastMomentOf } from "./demo/story";
import { judgedRounds } from "./demo/verdict-rounds";
import { verdictActs } from "./demo/verdict-story";
import { referenceRows } from "./reference/reference";

export { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from "./demo/account-list";

/**
 * Units, sources, components, periods, territory, bodies with dated names, rules version, settings: what every
 * installation needs. Rows already there are left as they are, so it may be run again on a production installation.
 * `now`: ISO instant the rows are signed with.
 */
export async function seedReference(db: Db, now: string): Promise<void> {
  await inTransaction(db, { actorId: null, action: "seed_reference", now }, (trx) => insertRows(trx, referenceRows(now)));
}

/**
 * The three plans of a demonstration with accounts and everything that happened up to the first minutes of `today`
 * (a Kyiv date): same day, same rows, reference data among them. A story cut short is completed by telling it again on its
 * own day; it is not told into a database people have worked in. Without `withPages` the public site stays empty, which is
 * faster. Throws unless the installation is stamped "demo".
 */
export async function seedDemo(db: Db, { today, withPages = true }: { today: string; withPages?: boolean }): Promise<void> {
  const installation = await db.selectFrom("installation").select("kind").executeTakeFirst();
  if (installation?.kind !== "demo") throw new Error("demo data goes only to an installation made for a demonstration");
  const until = lastMomentOf(today);
  await seedReference(db, until < BEFORE_EVERYTHING ? until : BEFORE_EVERYTHING);
  const acts = demoStory(today, await demoPasswordHash());
  let from = "";
  const told = [...verdictActs(judgedRounds(today, FIRST_YEAR + yearsToShift(today))), ...editionActs(today)].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { at: moment, tell } of told.filter(({ at }) => at <= until)) {
    // a verdict and an edition are read from what had been recorded by then, and the chain tells them in their place
    await recordActs(db, acts.filter(({ at }) => at > from), moment);
    await tell(db);
    from = moment;
  }
  await recordActs(db, acts.filter(({ at }) => at > from), until);
  await inTransaction(db, { actorId: null, action: "build_obligations", now: until }, async (trx) => {
    for (const plan of DEMO_PLANS) await buildObligations(trx, plan, until);
    for (const login of ["focal.sbgs", "focal.scs"]) await insertDraft(trx, login, today, until);
  });
  if (withPages) await publishEverything(db, until);
}

/** Something begun and not sent: the first open obligation of the person's body in the open quarterly round. */
async function insertDraft(trx: Trx, login: string, today: string, at: string): Promise<void> {
  const found = await trx
    .selectFrom("obligation as o")
    .innerJoin("cycle as c", "c.id", "o.cycle_id")
    .innerJoin("role_grant as g", "g.agency_id", "o.agency_id")
    .innerJoin("indicator_version as v", (join) =>
      join.onRef("v.plan_version_id", "=", "o.plan_version_id").onRef("v.indicator_id", "=", "o.indicator_id"),
    )
    .select("o.id")
    .where("g.user_id", "=", accountId(login))
    .where("o.state", "=", "open")
    .where("c.kind", "=", "quarterly")
    .where("c.opens_on", "<=", today)
    .where("v.access", "=", "public")
    .where("v.value_type", "=", "number")
    .orderBy("c.opens_on", "desc")
    .orderBy("v.code_printed")
    .orderBy("o.period_key", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!found) return;
  const body = { narrative: "Чернетка: очікуємо уточнення від регіональних управлінь." };
  await trx.insertInto("draft").values({ user_id: accountId(login), obligation_id: found.id, body: JSON.stringify(body), updated_at: at }).onConflict((oc) => oc.doNothing()).execute();
}
