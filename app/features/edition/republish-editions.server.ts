import { publishPages } from "~/features/public-site/publish-pages.server";
import type { Trx } from "~db/client.server";
import { listEditionsWithText } from "~db/queries/edition-facts";

/** After a text was removed under an act: the public pages that may hold it are drawn again without it. Returns how many editions. */
export async function republishEditions(trx: Trx, digest: string): Promise<number> {
  const ids = await listEditionsWithText(trx, "public", digest);
  for (const editionId of ids) await publishPages(trx, { editionId });
  return ids.length;
}
