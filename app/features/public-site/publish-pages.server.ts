import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Instant } from "~/domain/dates";
import type { Id } from "~/domain/facts";
import type { Db, Trx } from "~db/client.server";
import { CHECKSUMS, listPositions, listPublicEditionIds, setEditionPages, type StoredPage } from "~db/queries/edition-pages";
import { listSeries } from "~db/queries/editions";
import { inTransaction } from "~db/transaction.server";
import { drawEdition } from "./draw-edition";
import { CHECKSUMS_FILE, pageAddress } from "./public-addresses";
import type { PublicEdition } from "./public-edition";
import { readPublicEdition } from "./read-public-edition.server";

const compress = promisify(gzip);

/**
 * Draws the pages of a released edition, compressed as they will be sent, in the place of those it had; and those of the
 * edition it corrects, which from now on say so. Drawn again, the same edition gives the same pages, less what was removed
 * under an act. Throws DomainError not_found when there is no such edition.
 */
export async function publishPages(trx: Trx, { editionId }: { editionId: Id }): Promise<void> {
  const edition = await readPublicEdition(trx, editionId);
  await writePages(trx, edition);
  const before = (await listSeries(trx, edition.record)).find(({ no }) => no === edition.record.release.no - 1);
  if (before !== undefined) await writePages(trx, await readPublicEdition(trx, before.id));
}

/**
 * Draws the pages of every public edition anew, each in a transaction of its own: after an upgrade that looks otherwise, and
 * for a site that was never drawn. Returns how many editions.
 */
export async function publishEverything(db: Db, now: Instant): Promise<number> {
  const ids = await listPublicEditionIds(db);
  for (const id of ids) {
    await inTransaction(db, { actorId: null, action: "publish_pages", now }, async (trx) => writePages(trx, await readPublicEdition(trx, id)));
  }
  return ids.length;
}

async function writePages(trx: Trx, edition: PublicEdition): Promise<void> {
  const pages: StoredPage[] = [];
  for (const { address, position, mediaType, body } of drawEdition(edition, await listPositions(trx, edition.record.id))) {
    pages.push(await stored(address, position, mediaType, body));
    // hundreds of pages are drawn: whoever else waits for an answer gets it between them
    await setImmediate();
  }
  const { planCode, periodKey, release: { no } } = edition.record;
  const list = pages.map(({ etag, address }) => `${etag}  ${address}\n`).join("");
  pages.push(await stored(pageAddress({ planCode, periodKey, no }, CHECKSUMS_FILE, "uk"), CHECKSUMS, "text/plain; charset=utf-8", list));
  await setEditionPages(trx, edition.record.id, pages);
}

async function stored(address: string, position: number, mediaType: string, text: string): Promise<StoredPage> {
  const bytes = Buffer.from(text, "utf8");
  return { address, position, mediaType, etag: createHash("sha256").update(bytes).digest("hex"), plainSize: bytes.length, body: await compress(bytes, { level: 9 }) };
}
