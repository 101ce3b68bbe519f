import { sql, type Kysely } from "kysely";
import type { LocalText, PeriodKey } from "~/domain/facts";
import type { Trx } from "../client.server";
import type { DB } from "../schema";

/** A page or file of the public site as it is sent. */
export interface StoredPage {
  /** below /public, without a leading slash */
  address: string;
  /** number of the page in its edition, the same in each language; what is taken from a page carries its number */
  position: number;
  mediaType: string;
  /** sha256 of the body */
  etag: string;
  /** size of the body as a reader sees it */
  plainSize: number;
  /** compressed with gzip */
  body: Buffer;
}

/** Pages in one insert: some kilobytes each. */
const AT_ONCE = 50;

/** Puts these pages in the place of those the edition had. */
export async function setEditionPages(trx: Trx, editionId: string, pages: readonly StoredPage[]): Promise<void> {
  await trx.deleteFrom("edition_page").where("edition_id", "=", editionId).execute();
  for (let at = 0; at < pages.length; at += AT_ONCE) {
    const rows = pages.slice(at, at + AT_ONCE).map(({ mediaType, plainSize, ...page }) => ({ edition_id: editionId, ...page, media_type: mediaType, plain_size: plainSize }));
    await trx.insertInto("edition_page").values(rows).execute();
  }
}

/** Numbers that pages of an edition were given, by address: what is printed on paper keeps its meaning. */
export async function listPositions(db: Kysely<DB>, editionId: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom("edition_page").select(["address", "position"]).where("edition_id", "=", editionId).execute();
  return new Map(rows.map(({ address, position }) => [address, position]));
}

export async function findEditionPage(db: Kysely<DB>, address: string): Promise<StoredPage | null> {
  const row = await db.selectFrom("edition_page").select(["address", "position", "media_type", "etag", "plain_size", "body"]).where("address", "=", address).executeTakeFirst();
  return row === undefined ? null : { address: row.address, position: row.position, mediaType: row.media_type, etag: row.etag, plainSize: row.plain_size, body: row.body };
}

/** Addresses of the page with that number, one a language. */
export async function listPagesByCode(db: Kysely<DB>, code: string, position: number): Promise<string[]> {
  const rows = await db
    .selectFrom("edition_page as p")
    .innerJoin("edition as e", "e.id", "p.edition_id")
    .select("p.address")
    .where("e.code", "=", code)
    .where("p.position", "=", position)
    .where("p.media_type", "like", "text/html%")
    .orderBy("p.address")
    .execute();
  return rows.map(({ address }) => address);
}

/** Every edition that anybody may read, the first released first. */
export async function listPublicEditionIds(db: Kysely<DB>): Promise<string[]> {
  const rows = await db.selectFrom("edition").select("id").where("ceiling", "=", "public").orderBy("released_at").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** A released edition whose pages anybody may read. */
export interface PublishedEdition {
  code: string;
  no: number;
  planCode: string;
  planTitle: LocalText;
  illustrative: boolean;
  periodKey: PeriodKey;
  releasedAt: string;
  /** changes whenever a page of it does */
  mark: string;
}

/** Position of the file that lists what all pages of an edition are, by digest. */
export const CHECKSUMS = 0;

/** Editions with pages: the newest period of each plan first, the newest edition of each period first. */
export async function listPublishedEditions(db: Kysely<DB>): Promise<PublishedEdition[]> {
  const { rows } = await sql<PublishedEdition>`
    select e.code, e.no, l.code as "planCode", jsonb_build_object('uk', v.title_uk, 'en', v.title_en) as "planTitle", l.illustrative,
      e.period_key as "periodKey", to_char(e.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "releasedAt", p.etag as mark
    from edition e
    join edition_preparation r on r.id = e.id
    join plan l on l.id = e.plan_id
    join plan_version v on v.id = r.plan_version_id
    join period k on k.key = e.period_key
    join edition_page p on p.edition_id = e.id and p.position = ${CHECKSUMS}
    order by l.ends_on desc nulls first, l.code, k.ends_on desc, k.starts_on, e.no desc`.execute(db);
  return rows;
}
