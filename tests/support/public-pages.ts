/** Pages of the public site as a reader gets them, for tests that walk them. */
import { gunzipSync } from "node:zlib";
import type { Db } from "~db/client.server";

export interface ReadPage {
  address: string;
  position: number;
  mediaType: string;
  etag: string;
  text: string;
}

export async function everyPage(db: Db): Promise<ReadPage[]> {
  const rows = await db.selectFrom("edition_page").selectAll().orderBy("address").execute();
  return rows.map(({ address, position, media_type, etag, body }) => ({ address, position, mediaType: media_type, etag, text: gunzipSync(body).toString("utf8") }));
}

export const isHtml = ({ mediaType }: Pick<ReadPage, "mediaType">) => mediaType.startsWith("text/html");

/** Addresses below /public that a page leads to, without leading slash; those of pages on the page itself are left out. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/\b(?:href|action)="\/public\/?([^"#]*)"/g)].map(([, address = ""]) => address.replaceAll("&amp;", "&"));

/** What a reader sees: no tags, no addresses. */
export const wordsOf = (html: string): string => html.replace(/<[^>]+>/g, "\n").replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
