import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../app/i18n/translate";
import { DEMO_PASSWORD } from "../../seeds/demo/account-list";
import { useDemoApp } from "../support/demo-app";
import { check, openFromWorkList } from "./steps";

const app = useDemoApp();
const { t, print } = wordsOf("uk");

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("name") || document.activeElement?.className || "");

/** Presses Tab until the element is reached, as somebody without a mouse would; says so when it never is. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Tab");
    if (await page.locator(selector).first().evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

describe.each([{ javaScript: true }, { javaScript: false }])("without a mouse, JavaScript $javaScript", ({ javaScript }) => {
  it("the first Tab offers to skip to the content", async () => {
    const { page } = await app.visitAs("leadership", { javaScript });
    await page.goto("/plans");
    await page.keyboard.press("Tab");
    const skip = page.locator("a.skip");
    expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().left >= 0)).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("main");
  });

  it("somebody signs in, opens a task, is led to what is wrong and from there to the box, and sends", async () => {
    const { page } = await app.visit({ javaScript });
    await page.goto("/sign-in");
    await tabTo(page, '[name="login"]');
    await page.keyboard.type("focal.scs");
    await tabTo(page, '[name="password"]');
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL((address) => address.pathname === "/");

    await openFromWorkList({ page, t, print }, { code: "SO4.M3.I2", period: javaScript ? "2026-11" : "2026-12" });
    await tabTo(page, '[name="value"]');
    await page.keyboard.type("1e3");
    await page.keyboard.press("Enter");
    await page.locator(".error-summary").waitFor();
    await expect.poll(() => focused(page)).toContain("error-summary");
    expect(await page.locator("html").getAttribute("lang")).toBe("uk");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("field-value");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("20");
    await tabTo(page, '[name="declared"]');
    await page.keyboard.press("Space");
    await tabTo(page, 'main button[value="check"]');
    await page.keyboard.press("Enter");
    await page.locator('main button[value="submit"]').waitFor();
    await tabTo(page, 'main button[value="submit"]');
    await page.keyboard.press("Enter");
    await page.waitForURL("**/submissions/*");
  });
});

describe("moving inside the application", () => {
  it("the focus starts at the new page's content", async () => {
    const { page } = await app.visitAs("leadership");
    await page.goto("/plans");
    await page.locator('main a[href="/plans/IBM-DEMO-2030"]').first().click();
    await page.waitForURL("**/plans/IBM-DEMO-2030");
    await expect.poll(() => focused(page)).toBe("main");
  });

  it("the other language is there at once, with what was typed", async () => {
    const { page } = await app.visitAs("focal.mia", { width: 360 });
    await page.goto("/");
    await page.locator('main a[href^="/obligations/"]').first().click();
    await page.locator('[name="narrative"]').fill("не загубити");
    await page.getByRole("button", { name: t("shell.switchTo.en") }).click();
    await page.locator('html[lang="en"]').waitFor();
    expect(await page.locator('[name="narrative"]').inputValue()).toBe("не загубити");
    expect(await page.locator("main").innerText()).toContain(wordsOf("en").t("entry.narrative"));
  });

  it("a session that ended asks to sign in and brings what was typed back", async () => {
    const { page } = await app.visitAs("focal.npu");
    const { page: security } = await app.visitAs("security");
    const someone = { page, t, print };
    await openFromWorkList(someone, { code: "SO5.M2.I1", period: "2026-Q4" });
    await page.locator('[name="value"]').fill("7");
    await security.goto("/security");
    await security.getByRole("button", { name: t("admin.revokeOf", { login: "focal.npu" }) }).first().click();
    await security.locator('main [role="status"]').waitFor();
    await check(someone);
    await page.waitForURL("**/sign-in?next=*");
    await page.locator('[name="login"]').fill("focal.npu");
    await page.locator('[name="password"]').fill(DEMO_PASSWORD);
    await page.locator('[name="password"]').press("Enter");
    await page.waitForURL("**/obligations/*");
    expect(await page.locator('[name="value"]').inputValue()).toBe("7");
  });
});
