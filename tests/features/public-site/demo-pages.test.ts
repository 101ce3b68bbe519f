/** Every page and file of the public site of the demonstration. Seeded once: it takes seconds. */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { effectiveAccess } from "~/domain/access";
import { pageCode, readCode } from "~/features/public-site/public-addresses";
import { publishPages } from "~/features/public-site/publish-pages.server";
import { CHECKSUMS, listPagesByCode, listPublishedEditions } from "~db/queries/edition-pages";
import { findPlan } from "~db/queries/plan-structure";
import { inTransaction } from "~db/transaction.server";
import { DEMO_NOW, demoPlans } from "../../support/demo-reading";
import { useDatabase } from "../../support/database";
import { everyPage, isHtml, linksOf, wordsOf, type ReadPage } from "../../support/public-pages";

const database = useDatabase({ once: (db) => demoPlans(db, { withPages: true }) });
let pages: ReadPage[];
beforeAll(async () => {
  pages = await everyPage(database.db);
});

const SITE_PAGES = ["", "en", "accessibility", "en/accessibility", "style.css", "c", "en/c"];
const html = () => pages.filter(isHtml);
const faults = (found: (page: ReadPage) => string[]) => pages.flatMap((page) => found(page).map((fault) => `${page.address}: ${fault}`)).slice(0, 10);

describe("every page", () => {
  it("is there in both languages, of editions for everybody alone", async () => {
    expect((await listPublishedEditions(database.db)).map(({ planCode, periodKey, no }) => `${planCode} ${periodKey} ${no}`)).toEqual([
      "IBM-DEMO-2030 2026-Q2 1", "IBM-DEMO-2030 2026-Q1 2", "IBM-DEMO-2030 2026-Q1 1", "IBM-ILLUSTR-2020-2022 2020 1",
    ]);
    const [ukrainian, english] = [html().filter(({ address }) => !address.startsWith("en/")), html().filter(({ address }) => address.startsWith("en/"))];
    expect(ukrainian.length).toBeGreaterThan(400);
    expect(english.map(({ address, position }) => `${address.slice(3)} ${position}`)).toEqual(ukrainian.map(({ address, position }) => `${address} ${position}`));
  });

  it("leads only to what is there", () => {
    const there = new Set([...SITE_PAGES, ...pages.map(({ address }) => address)]);
    expect(faults((page) => (isHtml(page) ? linksOf(page.text).filter((address) => !there.has(address)) : []))).toEqual([]);
    // and to nothing of the signed-in application
    expect(faults((page) => (isHtml(page) ? page.text.match(/href="\/(?!public|favicon)[^"]*"/g) ?? [] : []))).toEqual([]);
  });

  it("is reached from its edition's first page", () => {
    const seen = new Set<string>();
    const visit = (address: string): void => {
      const page = pages.find((each) => each.address === address);
      if (page === undefined || seen.has(address)) return;
      seen.add(address);
      if (isHtml(page)) linksOf(page.text).forEach(visit);
    };
    for (const { address, position } of html()) if (position === 1) visit(address);
    expect(pages.filter(({ address }) => !seen.has(address)).map(({ address }) => address)).toEqual([]);
  });

  it("says its language, one heading, its code, and carries no script, style or address of another site's part", () => {
    expect(faults((page) => {
      if (!isHtml(page)) return [];
      const language = page.address.startsWith("en/") ? "en" : "uk";
      return [
        page.text.startsWith(`<!DOCTYPE html><html lang="${language}"><head><meta charSet="utf-8"/>`) ? "" : "language or letters",
        page.text.match(/<h1[\s>]/g)?.length === 1 ? "" : "first-level headings",
        /<title>[^<]+<\/title>/.test(page.text) ? "" : "title",
        /<script| style="| on[a-z]+="|<img|<iframe/i.test(page.text) ? "something active" : "",
        /undefined|\[object|NaN\b/.test(wordsOf(page.text)) ? "a word of the machine" : "",
        /\b(?:public|scorecard|plan|edition|statuses)\.[a-z]+[.A-Z]/.test(wordsOf(page.text)) ? "a key in place of words" : "",
      ].filter(Boolean);
    })).toEqual([]);
  });

  it("has a code that opens it in its language", async () => {
    const codes = new Map((await listPublishedEditions(database.db)).map(({ planCode, periodKey, no, code }) => [`plans/${planCode}/${periodKey}/${no}`, code]));
    for (const { address, position, text } of html()) {
      const edition = codes.get(address.replace(/^en\//, "").split("/").slice(0, 4).join("/"))!;
      const code = pageCode(edition, position);
      if (!text.includes(code)) throw new Error(`${address} does not say ${code}`);
    }
    for (const [, edition] of codes) {
      for (const code of [pageCode(edition, 7), pageCode(edition, 7).toLowerCase(), edition]) {
        const { position } = readCode(code)!;
        const found = await listPagesByCode(database.db, edition, position);
        expect(found).toEqual(pages.filter((page) => isHtml(page) && page.position === position && page.text.includes(pageCode(edition, position))).map(({ address }) => address));
        expect(found).toHaveLength(2);
      }
    }
  });

  it("is what its digest says, and the list of digests says the same", () => {
    expect(faults(({ etag, text }) => (createHash("sha256").update(text).digest("hex") === etag ? [] : ["digest"]))).toEqual([]);
    const lists = pages.filter(({ position }) => position === CHECKSUMS);
    const listed = lists.flatMap(({ text }) => text.trim().split("\n"));
    expect(listed.sort()).toEqual(pages.filter(({ position }) => position !== CHECKSUMS).map(({ etag, address }) => `${etag}  ${address}`).sort());
  });

  it("draws to the same bytes again", async () => {
    const { id } = await database.db.selectFrom("edition").select("id").where("ceiling", "=", "public").where("period_key", "=", "2026-Q2").executeTakeFirstOrThrow();
    await inTransaction(database.db, { actorId: null, action: "publish_pages", now: DEMO_NOW }, (trx) => publishPages(trx, { editionId: id }));
    expect((await everyPage(database.db)).map(({ address, etag, position }) => `${address} ${etag} ${position}`)).toEqual(pages.map(({ address, etag, position }) => `${address} ${etag} ${position}`));
  });
});

interface Part {
  code: string;
  titles: string[];
}

/** Measures and indicators of the three plans, in every version: those above what is public, and the others. */
async function partsByAccess(): Promise<[Part[], Part[]]> {
  const [closed, open]: [Part[], Part[]] = [[], []];
  for (const planCode of ["IBM-DEMO-2030", "IBM-ILLUSTR-2020-2022", "EU4IBM-RES"]) {
    for (const { structure } of (await findPlan(database.db, planCode, DEMO_NOW))?.versions ?? []) {
      const levels = effectiveAccess(structure);
      for (const { id, code, title } of structure.measures) (levels.measure.get(id) === "public" ? open : closed).push({ code, titles: [title.uk, title.en].flatMap((each) => each ?? []) });
      for (const { id, code, name } of structure.indicators) (levels.indicator.get(id) === "public" ? open : closed).push({ code, titles: [name.uk, name.en].flatMap((each) => each ?? []) });
    }
  }
  return [closed, open];
}

describe("what is not public", () => {
  it("is nowhere: no code, no title, no count of it", async () => {
    const [closed, open] = await partsByAccess();
    expect(closed.length).toBeGreaterThan(3);
    // a closed part may be called what an open one is called too
    const titles = closed.flatMap((part) => part.titles).filter((title) => !open.some((part) => part.titles.some((each) => each.includes(title))));
    expect(titles.length).toBeGreaterThan(3);
    const words = [...closed.map(({ code }) => new RegExp(`(?<![\\w.])${code.replaceAll(".", "\\.")}(?![\\w.])`)), ...titles];
    expect(faults(({ text, address }) => words.filter((word) => (typeof word === "string" ? text.includes(word) : word.test(text) || word.test(address))).map(String))).toEqual([]);
  });
});

describe("a file", () => {
  it("is a table whose every row says its edition and the code of its page", async () => {
    const files = pages.filter(({ mediaType }) => mediaType.startsWith("text/csv"));
    expect(files.length).toBeGreaterThan(500);
    const codes = (await listPublishedEditions(database.db)).map(({ code }) => code);
    expect(faults(({ mediaType, text, position }) => {
      if (!mediaType.startsWith("text/csv")) return [];
      const lines = text.slice(1).trimEnd().split("\r\n");
      return [
        text.startsWith("\ufeff") && mediaType === "text/csv; charset=utf-8; header=present" ? "" : "letters",
        lines.length > 1 ? "" : "no rows",
        lines.slice(1).every((line) => codes.some((code) => line.includes(pageCode(code, position)))) ? "" : "no code",
      ].filter(Boolean);
    })).toEqual([]);
  });
});
