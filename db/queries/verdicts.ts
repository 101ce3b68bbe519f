import { sql, type Insertable } from "kysely";
import type { Id } from "~/domain/facts";
import type { Db, Trx } from "../client.server";
import type { Verdict, VerdictSource } from "../schema";

export type VerdictRow = Awaited<ReturnType<typeof listVerdicts>>[number];
type NewVerdict = Insertable<Verdict>;

const rows = (db: Db | Trx) =>
  db
    .selectFrom("verdict as v")
    .innerJoin("cycle as c", "c.id", "v.cycle_id")
    .innerJoin("plan as p", "p.id", "c.plan_id")
    // the reply, the sources and the values of a final verdict are those of its draft
    .leftJoin("verdict_reply as r", (join) => join.on("r.verdict_id", "=", (eb) => eb.fn.coalesce("v.draft_id", "v.id")))
    .selectAll("v")
    .select([
      "c.period_key", "c.kind as cycle_kind", "p.code as plan_code", "p.illustrative",
      "r.agreed", "r.text_digest as reply_digest", "r.recorded_at as replied_at", "r.by_id as replied_by",
    ]);

/** Every verdict on a measure in all its rounds, drafts and final ones with what the body replied, newest first. */
export function listVerdicts(db: Db | Trx, measureId: Id, knownAt: string) {
  return rows(db)
    .where("v.measure_id", "=", measureId)
    .where("v.recorded_at", "<=", knownAt)
    .orderBy("v.recorded_at", "desc")
    .orderBy("v.seq", "desc")
    .orderBy("v.agency_id")
    .execute();
}

/** Verdicts by id, in the order of their rows. */
export function listVerdictsById(db: Db | Trx, ids: readonly Id[]): Promise<VerdictRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : rows(db).where("v.id", "in", [...ids]).orderBy("v.measure_id").orderBy("v.id").execute();
}

export function findVerdict(db: Db | Trx, id: Id): Promise<VerdictRow | undefined> {
  return rows(db).where("v.id", "=", id).executeTakeFirst();
}

/** Drafts of a round's plan that are the last word on these bodies, answered or not; earliest term first. */
export function listDrafts(db: Db | Trx, agencyIds: readonly Id[]): Promise<VerdictRow[]> {
  if (agencyIds.length === 0) return Promise.resolve([]);
  return rows(db)
    .where("v.agency_id", "in", [...agencyIds])
    .where("v.stage", "=", "draft")
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("verdict as later").select("later.id")
        .whereRef("later.measure_id", "=", "v.measure_id").whereRef("later.cycle_id", "=", "v.cycle_id")
        .whereRef("later.agency_id", "=", "v.agency_id").whereRef("later.seq", ">", "v.seq"))))
    .orderBy("v.reply_until")
    .orderBy("v.id")
    .execute();
}

/** Holds a verdict until the transaction ends, so that a reply and the final word come one after the other. */
export async function lockVerdict(trx: Trx, id: Id): Promise<VerdictRow | undefined> {
  await trx.selectFrom("verdict").select("id").where("id", "=", id).forUpdate().execute();
  return findVerdict(trx, id);
}

/** Number of the last verdict on each body of a measure in a round. */
export async function listLastNumbers(db: Db | Trx, measureId: Id, cycleId: Id): Promise<Map<Id, number>> {
  const last = await db
    .selectFrom("verdict")
    .select(["agency_id", sql<number>`max(seq)`.as("seq")])
    .where("measure_id", "=", measureId)
    .where("cycle_id", "=", cycleId)
    .groupBy("agency_id")
    .execute();
  return new Map(last.map(({ agency_id, seq }) => [agency_id, seq]));
}

/** What a repeated post of the same form made the first time: one row a body. */
export function listVerdictsByPost(db: Db | Trx, evaluatorId: Id, idemKey: string): Promise<{ id: Id }[]> {
  return db.selectFrom("verdict").select("id").where("evaluator_id", "=", evaluatorId).where("idem_key", "=", idemKey).execute();
}

/** Adds a verdict; the second of two evaluators of one number violates the key (23505). Returns its id. */
export async function insertVerdict(trx: Trx, verdict: NewVerdict): Promise<Id> {
  return (await trx.insertInto("verdict").values(verdict).returning("id").executeTakeFirstOrThrow()).id;
}

/** A version of a value that a verdict stands on. */
export interface StandsOn {
  measurementId: Id;
  no: number;
}

export async function insertVerdictBasis(trx: Trx, verdictId: Id, basis: readonly StandsOn[]): Promise<void> {
  if (basis.length === 0) return;
  await trx.insertInto("verdict_basis").values(basis.map(({ measurementId, no }) => ({ verdict_id: verdictId, measurement_id: measurementId, no }))).execute();
}

export async function listVerdictBasis(db: Db | Trx, verdictId: Id): Promise<StandsOn[]> {
  const found = await db.selectFrom("verdict_basis").select(["measurement_id", "no"]).where("verdict_id", "=", verdictId).orderBy("measurement_id").execute();
  return found.map(({ measurement_id, no }) => ({ measurementId: measurement_id, no }));
}

export async function insertVerdictSource(trx: Trx, source: Insertable<VerdictSource>): Promise<void> {
  await trx.insertInto("verdict_source").values(source).execute();
}

/** The evaluators' own sources, in the order they were named. */
export function listVerdictSources(db: Db | Trx, verdictIds: readonly Id[]) {
  if (verdictIds.length === 0) return Promise.resolve([]);
  return db.selectFrom("verdict_source").selectAll().where("verdict_id", "in", [...verdictIds]).orderBy("kind").orderBy("url").orderBy("id").execute();
}

/** Adds the body's reply; a second one violates the key (23505). */
export async function insertReply(trx: Trx, reply: { verdictId: Id; agencyId: Id; agreed: boolean; textDigest: string | null; byId: Id; now: string }): Promise<void> {
  await trx
    .insertInto("verdict_reply")
    .values({ verdict_id: reply.verdictId, agency_id: reply.agencyId, agreed: reply.agreed, text_digest: reply.textDigest, by_id: reply.byId, recorded_at: reply.now })
    .execute();
}

/** Measures of a plan of which the person wrote or sent a value of a period between two days: four eyes (case C16). */
export async function listMeasuresWrittenBy(db: Db | Trx, userId: Id, planId: Id, from: string, to: string): Promise<Set<Id>> {
  const { rows: found } = await sql<{ id: Id }>`
    select distinct i.measure_id as id from indicator_version i
    join plan_version pv on pv.id = i.plan_version_id and pv.plan_id = ${planId}
    join measurement m on m.indicator_id = i.indicator_id
    join period p on p.key = m.period_key and p.starts_on >= ${from} and p.ends_on <= ${to}
    where i.measure_id is not null and (
      exists (select from measurement_version v where v.measurement_id = m.id and v.author_id = ${userId})
      or exists (select from submission_item si join submission s on s.id = si.submission_id where si.measurement_id = m.id and s.submitted_by = ${userId}))
    union
    select k.measure_id from measure_claim k join cycle c on c.id = k.cycle_id and c.plan_id = ${planId}
    join period p on p.key = c.period_key and p.starts_on >= ${from} and p.ends_on <= ${to}
    where k.author_id = ${userId}`.execute(db);
  return new Set(found.map(({ id }) => id));
}

/** The terms of a round's drafts: until when the body may reply, and when it did. */
export function listDraftTerms(db: Db | Trx, cycleId: Id): Promise<{ id: Id; replyUntil: string; repliedAt: string | null }[]> {
  return db
    .selectFrom("verdict as v")
    .leftJoin("verdict_reply as r", "r.verdict_id", "v.id")
    .select(["v.id", "v.reply_until as replyUntil", "r.recorded_at as repliedAt"])
    .where("v.cycle_id", "=", cycleId)
    .where("v.stage", "=", "draft")
    .execute();
}
