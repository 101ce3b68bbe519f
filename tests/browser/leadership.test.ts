/** The page of those who lead: one A4 side on paper, and three clicks from a figure to its value and evidence, without JavaScript. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../app/i18n/translate";
import { useDemoApp } from "../support/demo-app";
import { said } from "./steps";

const app = useDemoApp();
const PAST = "/plans/IBM-ILLUSTR-2020-2022/overview/2020";
const RUNNING = "/plans/IBM-DEMO-2030/overview/2026";

/** Pages of the document, as its own objects say. */
async function printed(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

describe.each(["uk", "en"] as const)("on paper, in %s", (language) => {
  const { t } = wordsOf(language);

  it.each([["a past year", PAST], ["the year that runs", RUNNING], ["the first page", "/"]])("%s is one A4 side that keeps its marks", async (_, path) => {
    const { page, complaints } = await app.visitAs("leadership", { language });
    await page.goto(path, { waitUntil: "networkidle" });
    expect(await printed(page)).toBe(1);
    await page.emulateMedia({ media: "print" });
    const words = await page.locator("body").innerText();
    for (const kept of [t("shell.illustrative"), t("formula.rulesVersion", { no: 1 }), t("leadership.problems.title"), t("leadership.more.title"), t("leadership.trend.note")]) expect(words).toContain(kept);
    for (const gone of [t("shell.signOut"), t("plan.reading.title"), t("csv.link")]) expect(words).not.toContain(gone);
    // nothing of a card is cut off at its edge
    const cut = await page.locator(".overview .card").evaluateAll((cards) => cards.filter((card) => card.scrollWidth > card.clientWidth + 1).map((card) => card.querySelector("h2")?.textContent));
    expect(cut).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe.each([360, 1280])("without JavaScript at %i px", (width) => {
  it("from a cell of the map to the list behind it, an indicator, its value and the evidence", async () => {
    const { page } = await app.visitAs("leadership", { width, javaScript: false });
    await page.goto(PAST);
    const cell = page.locator("table.heat tbody td a").first();
    const [, achieved, due] = /(\d+)\/(\d+)/.exec(await cell.innerText()) ?? [];
    await cell.click();
    const { t, print } = wordsOf("uk");
    expect(await said(page)).toContain(t("common.indicators", { count: Number(due) }));
    const reached = page.locator("main tbody tr", { has: page.getByText(t("plan.state.achieved"), { exact: true }) });
    expect(await reached.count()).toBe(Number(achieved));
    await reached.first().getByRole("link").first().click();
    await page.locator("main tbody tr").filter({ hasText: print.date("2020-12-31") }).getByRole("link").first().click();
    await page.waitForURL("**/values/*");
    expect(await said(page)).toContain(t("entry.evidence"));
  });

  it("a problem leads to its indicator, a status to its measures, a body's file is there", async () => {
    const { page } = await app.visitAs("leadership", { width, javaScript: false });
    await page.goto(RUNNING);
    const problem = page.locator("ol.problems a").first();
    const name = await problem.innerText();
    await problem.click();
    expect(await page.locator("h1").innerText()).toBe(name);
    await page.goBack();
    await page.locator(".overview details:has(.contents) > summary").first().click();
    await page.locator(".overview .contents a").first().click();
    await page.waitForURL("**/measures/**");
  });
});
