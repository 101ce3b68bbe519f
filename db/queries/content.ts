import { createHash } from "node:crypto";
import type { Db, Trx } from "../client.server";

/** A text or file by its digest: either its body, or what a lawful purge left: the act it was removed under. */
export type Content = { body: Buffer; mediaType: string; sizeBytes: number } | Tombstone;
export type Text = { text: string } | Tombstone;
interface Tombstone {
  purged: { actNo: string; actOn: string };
}

const TEXT = "text/plain; charset=utf-8";

/** SHA-256 of the bytes in hexadecimal, the key of content. */
export function contentDigest(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Keeps a file and returns its digest; the same bytes are kept once. What was purged under an act stays purged. */
export async function putFile(trx: Trx, bytes: Uint8Array, mediaType: string): Promise<string> {
  const digest = contentDigest(bytes);
  await trx
    .insertInto("content")
    .values({ digest, body: Buffer.from(bytes), media_type: mediaType, size_bytes: bytes.byteLength })
    .onConflict((conflict) => conflict.column("digest").doNothing())
    .execute();
  return digest;
}

/** Keeps a text and returns its digest. */
export function putText(trx: Trx, text: string): Promise<string> {
  return putFile(trx, Buffer.from(text, "utf8"), TEXT);
}

/** Keeps a text unless it is blank; null for a blank one. */
export async function putOptionalText(trx: Trx, text: string | null | undefined): Promise<string | null> {
  const trimmed = text?.trim();
  return trimmed ? putText(trx, trimmed) : null;
}

/** The file, its tombstone, or null when the digest is unknown. */
export async function findContent(db: Db, digest: string): Promise<Content | null> {
  const row = await contentRows(db, [digest]).executeTakeFirst();
  if (!row) return null;
  return row.body
    ? { body: row.body, mediaType: row.media_type, sizeBytes: row.size_bytes }
    : { purged: { actNo: row.act_no ?? "", actOn: row.act_on ?? "" } };
}

/** The text, its tombstone, or null for no digest. */
export async function readText(db: Db, digest: string | null): Promise<Text | null> {
  return digest === null ? null : ((await readTexts(db, [digest])).get(digest) ?? null);
}

/** Texts by digest in one select; nulls and repeats in the list are fine. */
export async function readTexts(db: Db, digests: readonly (string | null)[]): Promise<Map<string, Text>> {
  const wanted = [...new Set(digests.filter((digest) => digest !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await contentRows(db, wanted).execute();
  return new Map(
    rows.map((row) => [
      row.digest,
      row.body ? { text: row.body.toString("utf8") } : { purged: { actNo: row.act_no ?? "", actOn: row.act_on ?? "" } },
    ]),
  );
}

function contentRows(db: Db, digests: readonly string[]) {
  return db
    .selectFrom("content as c")
    .leftJoin("purge as p", "p.id", "c.purge_id")
    .where("c.digest", "in", digests)
    .select(["c.digest", "c.body", "c.media_type", "c.size_bytes", "p.act_no", "p.act_on"]);
}
