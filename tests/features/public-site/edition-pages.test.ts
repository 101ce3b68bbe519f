/** Pages of one edition: verdicts and replies, corrections, removed texts, numbers that stay. On the small plan of scoring. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { confirmPurge } from "~/features/content/confirm-purge.server";
import { requestPurge } from "~/features/content/request-purge.server";
import { prepareEdition, type Prepared } from "~/features/edition/prepare-edition.server";
import { releaseEdition } from "~/features/edition/release-edition.server";
import { drawEdition } from "~/features/public-site/draw-edition";
import { publishEverything } from "~/features/public-site/publish-pages.server";
import { readPublicEdition } from "~/features/public-site/read-public-edition.server";
import { finaliseVerdict } from "~/features/scoring/finalise-verdict.server";
import { replyToVerdict } from "~/features/scoring/reply-to-verdict.server";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { contentDigest } from "~db/queries/content";
import { useDatabase } from "../../support/database";
import { everyPage, isHtml, wordsOf, type ReadPage } from "../../support/public-pages";
import { anEntry, number } from "../value/value-input";
import { aScoringStory, type ScoringStory } from "../../support/scoring-story";

const database = useDatabase();
const [REPLIED, FINAL, RELEASED] = ["2027-02-05T10:00:00.000Z", "2027-02-20T10:00:00.000Z", "2027-03-01T10:00:00.000Z"];
const [BETWEEN, CORRECTED] = ["2027-03-10T10:00:00.000Z", "2027-04-01T10:00:00.000Z"];
const WRITTEN = "Обладнання встановлено, але ще не введено в дію.";
const REMARKS = "Просимо врахувати акт приймання.";

interface Told extends ScoringStory {
  release(now: string, change?: Partial<Prepared>): Promise<string>;
  finalise(draftIds: string[]): Promise<void>;
}

async function aTold(): Promise<Told> {
  const { db } = database;
  const story = await aScoringStory(db);
  const [coordinator, leadership] = [await story.person("coordinator", "coordinator"), await story.person("leadership", "leadership", null, "internal")];
  return {
    ...story,
    async release(now, change = {}) {
      const asked = { planCode: story.planCode, periodKey: "2026", ceiling: "public" as const, basis: "in_force_on_1_january" as const, cutOff: null, foreword: { uk: null, en: null }, ...change };
      const preparationId = await prepareEdition(db, coordinator, now, asked);
      await releaseEdition(db, leadership, now, { planCode: story.planCode, preparationId, challengesRead: true });
      return preparationId;
    },
    finalise: (draftIds) => finaliseVerdict(db, story.evaluator, FINAL, { planCode: story.planCode, periodKey: "2026", code: "M1", draftIds, repliesSeen: draftIds, idemKey: randomUUID() }),
  };
}

const EDITION = "plans/PLAN-R/2026/1";
const pageAt = (pages: readonly ReadPage[], place: string, language: "uk" | "en" = "uk") => {
  const found = pages.find(({ address }) => address === `${language === "en" ? "en/" : ""}${place}`);
  if (!found) throw new Error(`no page at ${place}`);
  return found.text;
};
const said = (html: string) => wordsOf(html).replace(/\s+/g, " ");

describe("a verdict", () => {
  it("is there with its text, grade, the reason it differs and the reply once it is final; a draft is nowhere", async () => {
    const { db } = database;
    const story = await aTold();
    await story.reported("20");
    const [id = ""] = await story.drafted({ executor: "SBGS", text: WRITTEN, status: "partially_implemented", differsReason: "Бачили більше, ніж подано.", sources: [{ kind: "document", title: "Акт № 5", on: "2027-01-20" }] });
    await replyToVerdict(db, story.focal, REPLIED, { verdictId: id, agreed: false, text: REMARKS });
    await story.release(RELEASED);
    const before = await everyPage(db);
    expect(before.filter(({ text }) => text.includes(WRITTEN) || text.includes(REMARKS) || text.includes("Акт № 5"))).toEqual([]);
    expect(said(pageAt(before, `${EDITION}/measures/M1`))).toContain("Остаточної оцінки за 2026 рік немає.");

    await story.finalise([id]);
    await story.release(CORRECTED);
    const page = pageAt(await everyPage(db), "plans/PLAN-R/2026/2/measures/M1");
    for (const words of [WRITTEN, REMARKS, "Бачили більше, ніж подано.", "Акт № 5", "Виконано частково", "бачили документи", "Виконується"]) expect(said(page)).toContain(words);
    // what is written in the other language says so to whoever reads it aloud
    expect(pageAt(await everyPage(db), "en/plans/PLAN-R/2026/2/measures/M1")).toContain(`lang="uk">${WRITTEN}`);
    // evaluators and those who answer are known by role and body
    expect((await everyPage(db)).filter(({ text }) => />(outside|focal|coordinator|leadership)</.test(text))).toEqual([]);
  });
});

describe("a correction", () => {
  it("is a new edition; the earlier one stays and says which corrected it, and what changed is told with the reason", async () => {
    const { db } = database;
    const story = await aTold();
    await story.reported("20");
    await story.release(RELEASED);
    const first = await everyPage(db);
    expect(first.some(({ address }) => address.endsWith("/changes"))).toBe(false);
    expect(first.filter(({ text }) => text.includes("виправлено виданням"))).toEqual([]);

    const { measurementId, no } = await submitValue(db, story.focal, BETWEEN, anEntry(story, "NUM", number("30"), { baseNo: 1, correctionReason: "Не враховано акт № 7." }));
    await verifyValue(db, story.evaluator, BETWEEN, { measurementId, no, decisionsSeen: 0 });
    await story.release(CORRECTED);
    const all = await everyPage(db);
    const [earlier, later] = [all.filter(({ address }) => address.includes("/2026/1")), all.filter(({ address }) => address.includes("/2026/2"))];
    expect(earlier.map(({ address, position }) => `${address} ${position}`)).toEqual(first.map(({ address, position }) => `${address} ${position}`));
    expect(earlier.filter((page) => isHtml(page) && !page.address.startsWith("en/") && !said(page.text).includes("Це видання виправлено виданням 2.")).map(({ address }) => address)).toEqual([]);
    expect(later.filter(({ text }) => text.includes("виправлено виданням"))).toEqual([]);
    // the figures of the earlier one are what they were
    const files = (pages: readonly ReadPage[]) => pages.filter(({ mediaType }) => mediaType.startsWith("text/csv")).map(({ address, etag }) => `${address} ${etag}`);
    expect(files(earlier)).toEqual(files(first));
    expect(said(pageAt(all, "plans/PLAN-R/2026/2/changes"))).toMatch(/NUM .*20; .*30; .*виправлено значення.*Не враховано акт № 7\./);
    expect(said(pageAt(all, "en/plans/PLAN-R/2026/2"))).toContain("Changed since edition 1");

    // the operator draws all of it anew, as after an upgrade
    await db.deleteFrom("edition_page").where("position", ">", 5).execute();
    expect(await publishEverything(db, CORRECTED)).toBe(2);
    expect((await everyPage(db)).map(({ address, etag, position }) => `${address} ${etag} ${position}`)).toEqual(all.map(({ address, etag, position }) => `${address} ${etag} ${position}`));
  });
});

describe("a text removed under an act", () => {
  it("is in no page any more, the act stands in its place, everything else is as it was", async () => {
    const { db } = database;
    const story = await aTold();
    await story.reported("20");
    const [id = ""] = await story.drafted({ executor: "SBGS", text: WRITTEN });
    await story.finalise([id]);
    await story.release(RELEASED);
    const before = await everyPage(db);
    const purge = { digest: contentDigest(WRITTEN), actNo: "757/123/27", actOn: "2027-03-05" };
    const purgeId = await requestPurge(db, await story.person("admin", "administrator"), CORRECTED, purge);
    await confirmPurge(db, await story.person("security", "security_administrator"), CORRECTED, { purgeId });
    const after = await everyPage(db);
    const changed = after.filter(({ etag }, index) => etag !== before[index]?.etag).map(({ address }) => address);
    expect(changed).toEqual([`en/${EDITION}/measures/M1`, `${EDITION}/checksums.txt`, `${EDITION}/measures/M1`]);
    expect(after.filter(({ text }) => text.includes(WRITTEN))).toEqual([]);
    expect(said(pageAt(after, `${EDITION}/measures/M1`))).toContain("757/123/27");
  });
});

describe("what is above the ceiling", () => {
  it("leaves no trace: the same pages as of a plan that does not have it", async () => {
    const { db } = database;
    const story = await aTold();
    await story.reported("20");
    await story.release(RELEASED);
    const pages = await everyPage(db);
    expect(pages.filter(({ text, address }) => /SECRET|INSIDE|Захід M4|Measure M4|measures\/M4/.test(text + address)).map(({ address }) => address)).toEqual([]);
    // and the test can fail: an internal edition of the same facts has the internal one
    const internal = await story.release(CORRECTED, { ceiling: "internal" });
    const drawn = [...drawEdition(await readPublicEdition(db, internal), new Map())];
    expect(drawn.some(({ body }) => body.includes("INSIDE"))).toBe(true);
    expect(drawn.some(({ body }) => /SECRET|M4/.test(body))).toBe(false);
    expect((await everyPage(db)).map(({ address }) => address)).toEqual(pages.map(({ address }) => address));
  });
});

describe("the number of a page", () => {
  it("stays with its address; a page that was not there gets the next one", async () => {
    const { db } = database;
    const story = await aTold();
    await story.reported("20");
    const edition = await readPublicEdition(db, await story.release(RELEASED));
    const kept = new Map([[`${EDITION}/measures/M1`, 3], [EDITION, 1]]);
    const drawn = [...drawEdition(edition, kept)].filter(({ mediaType }) => mediaType.startsWith("text/html"));
    const positions = new Map(drawn.filter(({ address }) => !address.startsWith("en/")).map(({ address, position }) => [address.slice(EDITION.length), position]));
    expect([positions.get(""), positions.get("/measures/M1"), positions.get("/tree"), positions.get("/verdicts")]).toEqual([1, 3, 4, 5]);
    expect(new Set(positions.values()).size).toBe(positions.size);
    expect(drawn.find(({ address }) => address === `${EDITION}/measures/M1`)?.body).toContain(`${edition.record.release.code}-3`);
  });
});
