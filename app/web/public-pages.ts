/**
 * What stands behind an address of the public site. Pages of editions were drawn and compressed at release; here they are
 * kept in memory as they are sent, so that a page asked for again costs neither the database nor compression. At most once
 * a second the list of published editions is looked at; when anything of it changed, what is kept is forgotten.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { inLanguage, languageOf, publicHref, readCode, STYLESHEET } from "~/features/public-site/public-addresses";
import type { Trouble } from "~/features/public-site/site-pages";
import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import { findEditionPage, listPagesByCode, listPublishedEditions, type PublishedEdition, type StoredPage } from "~db/queries/edition-pages";
import { RecentlyUsed } from "~db/recently-used";

/** A page ready to be sent. */
export interface KeptFile extends Pick<StoredPage, "mediaType" | "etag" | "plainSize" | "body"> {
  language: Language;
  cacheControl: string;
  /** of a file to be saved */
  fileName: string | null;
}

export type Found = { file: KeptFile } | { movedTo: string } | { trouble: Trouble; language: Language; code: string | null };

/** Of all pages together: about three editions whole. */
const BYTES = 16 * 1_048_576;
/** What a page costs beside its body. */
const OVERHEAD = 1_024;
/** How long a page that is there waits to hear whether it still is what it was. */
const PATIENCE_MS = 250;

/** A page of an edition changes when the edition is corrected or a text is removed under an act. */
const EDITION = "public, max-age=600";
const ASK_EACH_TIME = "public, max-age=0, must-revalidate";

export class PublicPages {
  #editions: readonly PublishedEdition[] | null = null;
  #kept = emptyMemory();
  /** the second in which the list was last looked at */
  #lookedAt = "";
  #looking: Promise<void> | null = null;

  constructor(private readonly db: Db, private readonly clock: () => string, private readonly buildFolder: string) {}

  /** `path`: below /public, as asked for. Throws when the database is needed and does not answer. */
  async find(path: string, query: string): Promise<Found> {
    const address = normal(path);
    if (address === null) return { trouble: "notFound", language: "uk", code: null };
    if (address !== path.slice(1)) return { movedTo: publicHref(address) + (query === "" ? "" : `?${query}`) };
    await this.#keepUp();
    const kept = this.#kept.get(address);
    if (kept !== undefined) return { file: kept };
    const { language, rest } = languageOf(address);
    if (/^c(\/|$)/.test(rest)) return this.#open(rest.slice(2) || (new URLSearchParams(query).get("code") ?? ""), language);
    const memory = this.#kept;
    const file = await this.#make(address, rest, language);
    if (file === null) return { trouble: "notFound", language, code: null };
    // what was looked up before a change is not kept after it
    if (memory === this.#kept) memory.set(address, file);
    return { file };
  }

  async #make(address: string, rest: string, language: Language): Promise<KeptFile | null> {
    if (address === STYLESHEET) return this.#stylesheet();
    if (rest === "" || rest === "accessibility") {
      const { drawIndex, drawAccessibility } = await import("~/features/public-site/site-pages");
      return drawn(rest === "" ? drawIndex(this.#editions ?? [], language) : drawAccessibility(language), language);
    }
    const page = rest.startsWith("plans/") ? await findEditionPage(this.db, address) : null;
    return page && { ...page, language, cacheControl: EDITION, fileName: page.mediaType.startsWith("text/csv") ? fileNameOf(address) : null };
  }

  /** A code leads to its page in the language it was typed in. */
  async #open(typed: string, language: Language): Promise<Found> {
    if (typed.trim() === "") return { movedTo: publicHref(inLanguage("", language)) };
    const code = readCode(decoded(typed) ?? "");
    const addresses = code === null ? [] : await listPagesByCode(this.db, code.edition, code.position);
    const found = addresses.find((address) => languageOf(address).language === language) ?? addresses[0];
    return found === undefined ? { trouble: "notFound", language, code: decoded(typed)?.slice(0, 40) ?? null } : { movedTo: publicHref(found) };
  }

  /** The application's own, at an address that pages drawn long ago still know. */
  #stylesheet(): KeptFile | null {
    const assets = join(this.buildFolder, "client", "assets");
    const name = existsSync(assets) ? readdirSync(assets).find((each) => /^app-[\w-]+\.css$/.test(each)) : undefined;
    return name === undefined ? null : { ...compressed(readFileSync(join(assets, name)), "text/css; charset=utf-8"), language: "uk", cacheControl: EDITION, fileName: null };
  }

  async #keepUp(): Promise<void> {
    const second = this.clock().slice(0, 19);
    const isDue = second !== this.#lookedAt;
    if (isDue) {
      this.#lookedAt = second;
      this.#looking ??= this.#look().finally(() => (this.#looking = null));
    }
    // the first time there is nothing to show without it; later the one who asks waits a little, the others not
    if (this.#editions === null) await (this.#looking ?? this.#look());
    else if (isDue && this.#looking !== null) await withPatience(this.#looking);
  }

  async #look(): Promise<void> {
    const editions = await listPublishedEditions(this.db);
    const marks = (list: readonly PublishedEdition[]) => list.map(({ mark }) => mark).join();
    if (this.#editions === null || marks(editions) !== marks(this.#editions)) this.#kept = emptyMemory();
    this.#editions = editions;
  }
}

const emptyMemory = () => new RecentlyUsed<KeptFile>(BYTES, ({ body }) => body.length + OVERHEAD);

const drawn = (html: string, language: Language): KeptFile => ({ ...compressed(Buffer.from(html), "text/html; charset=utf-8"), language, cacheControl: ASK_EACH_TIME, fileName: null });

const compressed = (bytes: Buffer, mediaType: string) =>
  ({ mediaType, etag: createHash("sha256").update(bytes).digest("hex"), plainSize: bytes.length, body: gzipSync(bytes, { level: 9 }) });

/** What is kept stays good while the database is away. */
async function withPatience(asked: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([asked.catch(() => undefined), enough]).finally(() => clearTimeout(timer));
}

/** One address for one page: no slash at the end, letters written one way. Null for what is no address. */
function normal(path: string): string | null {
  const plain = path.replace(/^\/+|\/+$/g, "");
  if (/^[\w\-./]*$/.test(plain)) return plain;
  const parts = plain.split("/").map(decoded);
  return parts.some((part) => part === null) ? null : parts.map((part) => encodeURIComponent(part ?? "")).join("/");
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** "en/plans/IBM-2030/2026/1/goals.csv" → "IBM-2030-2026-1-goals-en.csv". */
function fileNameOf(address: string): string {
  const { language, rest } = languageOf(address);
  const name = (decoded(rest) ?? rest).replace(/^plans\//, "").replace(/\.csv$/, "").replace(/[^A-Za-z0-9.]+/g, "-");
  return `${name}-${language}.csv`;
}
