import { type Kysely, sql } from "kysely";
import type { ChallengeSheet } from "../../app/domain/challenges";
import type { EditionChanges } from "../../app/domain/edition-changes";
import type { EditionFigures, QuotedFigures } from "../../app/domain/edition-figures";
import type { AccessLevel, LocalText } from "../../app/domain/facts";
import type { Basis } from "../../app/domain/plan-versions";
import type { Trx } from "../client.server";
import type { DB, Json } from "../schema";

/** What is for official use alone is in no edition. */
export type EditionCeiling = Exclude<AccessLevel, "restricted">;

export interface PersonName {
  id: string;
  name: LocalText;
}

/** One of the editions of a plan, period and ceiling. */
export interface EditionName {
  id: string;
  no: number;
  code: string;
}

export interface Release extends EditionName {
  /** since the edition before; null = the first */
  changes: EditionChanges | null;
  audit: { seq: number; head: string };
  by: PersonName;
  at: string;
}

/** A prepared reading; `release` is null while nobody has released it. */
export interface PreparationRecord {
  id: string;
  planId: string;
  planCode: string;
  planTitle: LocalText;
  illustrative: boolean;
  periodKey: string;
  ceiling: EditionCeiling;
  basis: Basis;
  planVersionId: string;
  versionNo: number;
  inForceFrom: string;
  rulesVersion: number;
  /** the cut-off */
  knownAt: string;
  inputHash: string;
  figures: EditionFigures;
  challenges: ChallengeSheet;
  /** digests of content */
  foreword: LocalText;
  preparedBy: PersonName;
  preparedAt: string;
  release: Release | null;
}

export type EditionRecord = PreparationRecord & { release: Release };

/** Which editions belong together: a later one is a correction of the one before. */
export interface EditionSeries {
  planId: string;
  periodKey: string;
  ceiling: EditionCeiling;
}

const personOf = (alias: "prepared" | "released") => sql<PersonName | null>`case when ${sql.ref(`${alias}.id`)} is null then null
  else jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', jsonb_build_object('uk', ${sql.ref(`${alias}.name_uk`)}, 'en', ${sql.ref(`${alias}.name_en`)})) end`;

const preparations = (db: Kysely<DB>) =>
  db
    .selectFrom("edition_preparation as p")
    .innerJoin("plan as l", "l.id", "p.plan_id")
    .innerJoin("plan_version as v", "v.id", "p.plan_version_id")
    .innerJoin("user_account as prepared", "prepared.id", "p.prepared_by")
    .leftJoin("edition as e", "e.id", "p.id")
    .leftJoin("user_account as released", "released.id", "e.released_by")
    .select([
      "p.id", "p.plan_id as planId", "l.code as planCode", "l.illustrative", "p.period_key as periodKey", "p.plan_version_id as planVersionId",
      "v.no as versionNo", "v.in_force_from as inForceFrom", "v.title_uk", "v.title_en", "p.method_no as rulesVersion", "p.known_at as knownAt",
      "p.input_hash as inputHash", "p.note_uk_digest", "p.note_en_digest", "p.recorded_at as preparedAt",
      "e.no", "e.code", "e.audit_seq", "e.audit_head", "e.released_at",
      sql<EditionCeiling>`p.ceiling`.as("ceiling"), sql<Basis>`p.basis`.as("basis"),
      sql<PersonName>`${personOf("prepared")}`.as("preparedBy"), personOf("released").as("releasedBy"),
    ]);

const whole = (db: Kysely<DB>) =>
  preparations(db).select([sql<EditionFigures>`p.figures`.as("figures"), sql<ChallengeSheet>`p.challenges`.as("challenges"), sql<EditionChanges | null>`e.changes`.as("changes")]);

type Row = Awaited<ReturnType<ReturnType<typeof whole>["executeTakeFirstOrThrow"]>>;

function toRecord({ title_uk, title_en, note_uk_digest, note_en_digest, no, code, audit_seq, audit_head, released_at, releasedBy, changes, ...same }: Row): PreparationRecord {
  const isReleased = no !== null && code !== null && audit_seq !== null && audit_head !== null && released_at !== null && releasedBy !== null;
  return {
    ...same,
    planTitle: { uk: title_uk, en: title_en },
    foreword: { uk: note_uk_digest, en: note_en_digest },
    release: isReleased ? { id: same.id, no, code, changes, audit: { seq: audit_seq, head: audit_head }, by: releasedBy, at: released_at } : null,
  };
}

export async function findPreparation(db: Kysely<DB>, id: string): Promise<PreparationRecord | null> {
  const row = await whole(db).where("p.id", "=", id).executeTakeFirst();
  return row ? toRecord(row) : null;
}

export async function findEdition(db: Kysely<DB>, by: { id: string } | { code: string }): Promise<EditionRecord | null> {
  const row = await ("id" in by ? whole(db).where("e.id", "=", by.id) : whole(db).where("e.code", "=", by.code)).executeTakeFirst();
  return row ? releasedOnly(toRecord(row)) : null;
}

const releasedOnly = (record: PreparationRecord): EditionRecord | null => (record.release === null ? null : { ...record, release: record.release });

/** The last edition released of a plan, period and ceiling. */
export async function findLatestEdition(db: Kysely<DB>, { planId, periodKey, ceiling }: EditionSeries): Promise<EditionRecord | null> {
  const row = await whole(db).where("e.plan_id", "=", planId).where("e.period_key", "=", periodKey).where("e.ceiling", "=", ceiling).orderBy("e.no", "desc").limit(1).executeTakeFirst();
  return row ? releasedOnly(toRecord(row)) : null;
}

/** An edition by the figures it is quoted by, without the rest of what it keeps. */
export interface QuotedEdition extends EditionName {
  basis: Basis;
  /** the cut-off */
  knownAt: string;
  releasedAt: string;
  figures: QuotedFigures;
}

/** The last edition of a plan, period and ceiling that had been released by the moment. */
export async function findQuotedEdition(db: Kysely<DB>, { planId, periodKey, ceiling }: EditionSeries, releasedBy: string): Promise<QuotedEdition | null> {
  const row = await db
    .selectFrom("edition as e")
    .innerJoin("edition_preparation as p", "p.id", "e.id")
    .select([
      "e.id", "e.no", "e.code", "p.known_at as knownAt", "e.released_at as releasedAt", sql<Basis>`p.basis`.as("basis"),
      sql<QuotedFigures>`jsonb_build_object('plan', p.figures -> 'plan', 'sigma', p.figures -> 'sigma', 'backlog', p.figures -> 'backlog',
        'averageProgress', jsonb_build_object(p.plan_id, p.figures -> 'averageProgress' -> p.plan_id::text))`.as("figures"),
    ])
    .where("e.plan_id", "=", planId).where("e.period_key", "=", periodKey).where("e.ceiling", "=", ceiling).where("e.released_at", "<=", releasedBy)
    .orderBy("e.no", "desc").limit(1).executeTakeFirst();
  return row ?? null;
}

/** Every edition of a plan, period and ceiling, the first first. */
export async function listSeries(db: Kysely<DB>, { planId, periodKey, ceiling }: EditionSeries): Promise<EditionName[]> {
  return db.selectFrom("edition").select(["id", "no", "code"]).where("plan_id", "=", planId).where("period_key", "=", periodKey).where("ceiling", "=", ceiling).orderBy("no").execute();
}

/** An edition or preparation without its figures, for lists. */
export interface PreparationSummary extends Omit<PreparationRecord, "figures" | "challenges" | "release"> {
  /** of the plan as a whole */
  headline: EditionFigures["plan"]["implementation"];
  findings: number;
  release: (EditionName & { by: PersonName; at: string; isLatest: boolean }) | null;
}

/** Released ones latest first, after those that wait. */
export async function listPreparations(db: Kysely<DB>, ceilings: readonly EditionCeiling[], planId?: string): Promise<PreparationSummary[]> {
  if (ceilings.length === 0) return [];
  let query = preparations(db).select([
    sql<PreparationSummary["headline"]>`p.figures #> '{plan,implementation}'`.as("headline"),
    sql<number>`jsonb_array_length(p.challenges -> 'findings')`.as("findings"),
    sql<boolean>`not exists (select from edition n where n.plan_id = e.plan_id and n.period_key = e.period_key and n.ceiling = e.ceiling and n.no > e.no)`.as("isLatest"),
  ]).where("p.ceiling", "in", [...ceilings]);
  if (planId !== undefined) query = query.where("p.plan_id", "=", planId);
  const rows = await query.orderBy(sql`e.released_at desc nulls first`).orderBy("p.recorded_at", "desc").orderBy("p.id").execute();
  return rows.map(({ headline, findings, isLatest, ...row }) => {
    const { figures: _figures, challenges: _challenges, release, ...head } = toRecord({ ...row, changes: null, figures: {} as EditionFigures, challenges: {} as ChallengeSheet });
    return { ...head, headline, findings, release: release && { id: release.id, no: release.no, code: release.code, by: release.by, at: release.at, isLatest } };
  });
}

/** Ids of every edition in the order of release. */
export async function listEditionIds(db: Kysely<DB>): Promise<string[]> {
  const rows = await db.selectFrom("edition").select("id").orderBy("released_at").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

type Made = "id" | "planId" | "periodKey" | "ceiling" | "basis" | "planVersionId" | "rulesVersion" | "knownAt" | "inputHash" | "figures" | "challenges" | "foreword";

export interface NewPreparation extends Pick<PreparationRecord, Made> {
  preparedBy: string;
  idempotencyKey: string;
  now: string;
}

export async function insertPreparation(trx: Trx, made: NewPreparation): Promise<void> {
  await trx.insertInto("edition_preparation").values({
    id: made.id, plan_id: made.planId, period_key: made.periodKey, ceiling: made.ceiling, basis: made.basis, plan_version_id: made.planVersionId,
    method_no: made.rulesVersion, known_at: made.knownAt, input_hash: made.inputHash, figures: json(made.figures), challenges: json(made.challenges),
    note_uk_digest: made.foreword.uk, note_en_digest: made.foreword.en, prepared_by: made.preparedBy, idem_key: made.idempotencyKey, recorded_at: made.now,
  }).execute();
}

export interface NewEdition extends EditionName, EditionSeries {
  changes: EditionChanges | null;
  audit: { seq: number; head: string };
  releasedBy: string;
  now: string;
}

/** Its key, its number and its code are each taken once: the second of two releases meets a violated key. */
export async function insertEdition(trx: Trx, made: NewEdition): Promise<void> {
  await trx.insertInto("edition").values({
    id: made.id, plan_id: made.planId, period_key: made.periodKey, ceiling: made.ceiling, no: made.no, code: made.code,
    changes: made.changes === null ? null : json(made.changes), audit_seq: made.audit.seq, audit_head: made.audit.head, released_by: made.releasedBy, released_at: made.now,
  }).execute();
}

/** jsonb takes its own form as text */
const json = (value: unknown) => JSON.stringify(value) as unknown as Json;

export async function isCodeTaken(db: Kysely<DB>, code: string): Promise<boolean> {
  return (await db.selectFrom("edition").select("id").where("code", "=", code).executeTakeFirst()) !== undefined;
}
