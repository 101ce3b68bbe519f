/** The public site in a browser without JavaScript: nothing is signed in, everything can be read, opened by code and printed. */
import { describe, expect, it } from "vitest";
import type { Language } from "../../app/i18n/language";
import { useDemoApp } from "../support/demo-app";
import { examiner, PHONE } from "./examine";
import { keepPicture } from "./pictures";

const app = useDemoApp();
const faultsOf = examiner();

const PAST = "/plans/IBM-ILLUSTR-2020-2022/2020/1";
const CORRECTED = "/plans/IBM-DEMO-2030/2026-Q1/1";
const CORRECTION = "/plans/IBM-DEMO-2030/2026-Q1/2";
const RUNNING = "/plans/IBM-DEMO-2030/2026-Q2/1";
const rootOf = (language: Language) => (language === "uk" ? "/public" : "/public/en");

describe.each(["uk", "en"] as const)("every kind of page (%s)", (language) => {
  it.each([
    ["index", "", 200],
    ["accessibility", "/accessibility", 200],
    ["scorecard", PAST, 200],
    ["scorecard of a corrected edition", CORRECTED, 200],
    ["scorecard of a correction", CORRECTION, 200],
    ["what changed", `${CORRECTION}/changes`, 200],
    ["tree", `${RUNNING}/tree`, 200],
    ["tree of the past plan", `${PAST}/tree`, 200],
    ["verdicts", `${PAST}/verdicts`, 200],
    ["indicators", `${PAST}/indicators`, 200],
    ["method", `${PAST}/method`, 200],
    ["goal", `${RUNNING}/nodes/SO4`, 200],
    ["measure", `${RUNNING}/measures/SO4.M4`, 200],
    ["indicator", `${RUNNING}/indicators/SO4.M4.I2`, 200],
    ["no such page", `${PAST}/nothing`, 404],
    ["no such code", "/c/K7Q-204-17", 404],
  ])("%s", async (name, path, status) => {
    const { page, context, complaints } = await app.visit({ language, width: PHONE });
    const response = await page.goto(rootOf(language) + path);
    expect(response?.status()).toBe(status);
    expect(await faultsOf(page, language)).toEqual([]);
    expect(complaints.filter((text) => status === 200 || !text.includes(`a status of ${status}`))).toEqual([]);
    // the reader's own choice of language is all there is
    expect((await context.cookies()).map((cookie) => cookie.name)).toEqual(["lang"]);
    for (const width of [PHONE, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await keepPicture(page, `public-${name.replaceAll(" ", "-")}-${language}`, width);
    }
    await context.close();
  });
});

describe("without JavaScript", () => {
  it("from the list of editions to a value, to the other language, and back by the code on the page", async () => {
    const { page, complaints } = await app.visit({ javaScript: false, width: PHONE });
    await page.goto("/public");
    await page.getByRole("link", { name: "2020 рік" }).click();
    await page.getByRole("link", { name: "79 індикаторів списком" }).click();
    await page.locator("main tbody a").first().click();
    const indicator = new URL(page.url()).pathname;
    expect(indicator).toMatch(/^\/public\/plans\/IBM-ILLUSTR-2020-2022\/2020\/1\/indicators\//);
    const heading = await page.locator("h1").textContent();

    await page.getByRole("link", { name: "English" }).click();
    expect(new URL(page.url()).pathname).toBe(indicator.replace("/public/", "/public/en/"));
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    const code = (/page code (\S+)/.exec((await page.locator("footer").textContent()) ?? "") ?? [])[1] ?? "";

    await page.goto("/public");
    await page.getByLabel("Код сторінки").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Відкрити" }).click();
    expect(new URL(page.url()).pathname).toBe(indicator);
    expect(await page.locator("h1").textContent()).toBe(heading);

    await page.goto("/public/c/K7Q-204-17");
    expect(await page.locator("h1").textContent()).toBe("Сторінки не знайдено");
    expect(await page.getByLabel("Код сторінки").inputValue()).toBe("K7Q-204-17");
    expect(complaints.filter((text) => !text.includes("status of 404"))).toEqual([]);
  });

  it("an edition that was corrected says so and leads to what changed", async () => {
    const { page } = await app.visit({ javaScript: false });
    await page.goto(`/public${CORRECTED}/measures/SO3.M3`);
    await page.getByRole("link", { name: "Що саме змінилося" }).click();
    expect(await page.locator("h1").textContent()).toBe("Що змінилося від видання 1");
    expect(await page.locator("table").textContent()).toContain("SO3.M3.I1");
  });

  it("a table is saved as a file that says where it is from", async () => {
    const { page } = await app.visit({ javaScript: false });
    await page.goto(`/public${PAST}`);
    const [saved] = await Promise.all([page.waitForEvent("download"), page.locator("#data a", { hasText: "За стратегічними цілями" }).click()]);
    expect(saved.suggestedFilename()).toBe("IBM-ILLUSTR-2020-2022-2020-1-goals-uk.csv");
  });
});

describe("on paper", () => {
  it.each([`${PAST}/indicators/1.1.1.1.1`, `${RUNNING}/measures/SO4.M4`, PAST])("%s has the edition and its code, and no way to press", async (path) => {
    const { page } = await app.visit();
    await page.goto(`/public${path}`);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 696, height: 1000 });
    expect(await page.locator("footer").innerText()).toMatch(/Видання 1 від \d\d\.\d\d\.\d{4} · код сторінки [A-Z0-9]{3}-\d{3}-\d+ · \/public\/c\//);
    for (const gone of [".topbar", "footer nav", ".no-print"]) for (const part of await page.locator(gone).all()) expect(await part.isVisible()).toBe(false);
    // no table is wider than the paper
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await keepPicture(page, `public-print-${path.split("/").at(-1)}`, 696);
  });
});
