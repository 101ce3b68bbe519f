import type { Page } from "playwright-core";
import { expect } from "vitest";
import { period } from "../../app/domain/periods";
import type { Format } from "../../app/i18n/formatter";
import type { Translate } from "../../app/i18n/catalogue";

/** Somebody of the demo in a browser of their own, and the words their pages are written in. */
export interface Someone {
  page: Page;
  t: Translate;
  print: Format;
}

/** What a body owes: the printed code of an indicator and the key of a period. */
export interface Owed {
  code: string;
  period: string;
}

/** All that a page's content says, spaces as single ones. */
export async function said(page: Page): Promise<string> {
  return (await page.locator("main").innerText()).replace(/\s+/g, " ");
}

const plain = (text: string) => text.replace(/\s+/g, " ");
/** Waits until the page says it: the address of a page changes a moment before its content does. */
export const expectSaid = (page: Page, words: string) => expect.poll(() => said(page), SOON).toContain(plain(words));
const SOON = { timeout: 20_000 };

const press = (page: Page, intent: string) => page.locator(`main button[name="_intent"][value="${intent}"]`).first().click();

/** Row of the work list, of the queue or of any other list of values. */
const rowOf = ({ page, print }: Someone, { code, period }: Owed) =>
  page.locator("main li, main tbody tr").filter({ hasText: `${code} · ${print.period(period)}` });

export const check = ({ page }: Someone) => press(page, "check");

async function formOpened(page: Page): Promise<void> {
  await page.waitForURL("**/obligations/*");
  await page.locator("#main-form").waitFor();
}

/** From the first page to the form, by the row's own button. */
export async function openFromWorkList(someone: Someone, owed: Owed): Promise<void> {
  await someone.page.goto("/");
  await rowOf(someone, owed).locator(".work-actions a").click();
  await formOpened(someone.page);
}

/** Sends a number that cannot be read: the page says so in the summary and at the box, and keeps what was typed. */
export async function meetRefusal({ page, t }: Someone, typed: string, refusal: "percent_sign_in_count" | "exponent"): Promise<void> {
  const why = "what was typed beside it";
  await page.locator('[name="value"]').fill(typed);
  await page.locator('[name="narrative"]').fill(why);
  await press(page, "check");
  const summary = page.locator(".error-summary");
  await summary.waitFor();
  expect(await summary.innerText()).toContain(t(`entry.refused.${refusal}`));
  expect(await page.locator(".field-error").innerText()).toContain(t(`entry.refused.${refusal}`));
  expect(await page.locator('[name="value"]').inputValue()).toBe(typed);
  expect(await page.locator('[name="narrative"]').inputValue()).toBe(why);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("error-summary");
}

export interface Entry {
  typed: string;
  /** the reading that is shown for confirmation, a plain decimal; absent where there is only one */
  readAs?: string;
  narrative?: string;
  /** where a lower running total is explained */
  why?: string;
}

/** Types a value, confirms what could be read two ways, sends, and returns the number of the receipt. */
export async function submit(someone: Someone, entry: Entry): Promise<void> {
  await type(someone, entry);
  await check(someone);
  await confirm(someone, entry);
}

export async function type({ page }: Someone, { typed, narrative, why }: Entry): Promise<void> {
  await page.locator('[name="value"]').fill(typed);
  if (narrative !== undefined) await page.locator('[name="narrative"]').fill(narrative);
  await page.locator('[name="declared"]').check();
  if (why !== undefined) await page.locator('[name="correction_reason"]').fill(why);
}

export async function confirm(someone: Someone, { typed, readAs }: Entry): Promise<void> {
  const { page, t, print } = someone;
  await page.locator('main button[name="_intent"]:is([value="submit"],[value="correct"])').waitFor();
  if (readAs !== undefined) {
    await expectSaid(page, t("entry.confirm.readAs", { typed, readAs: print.number(readAs) }));
    await page.locator('[name="confirmed"]').check();
  }
  await page.locator('main button[name="_intent"]:is([value="submit"],[value="correct"])').click();
}

/** The only green page; returns the number of the receipt. */
export async function readReceipt({ page, t }: Someone, value: string): Promise<string> {
  await page.waitForURL("**/submissions/*");
  const receipt = page.locator(".note-ok");
  await receipt.waitFor();
  const words = plain(await receipt.innerText());
  expect(words).toContain(plain(value));
  expect(words).toMatch(/[0-9a-f]{64}/);
  const no = /\d{4}-\d{4}/.exec(words)?.[0] ?? "";
  expect(words).toContain(t("entry.receipt", { no }));
  return no;
}

/** From the queue to the evaluator's desk. */
export async function openFromQueue(someone: Someone, owed: Owed): Promise<void> {
  await someone.page.goto("/verify");
  await rowOf(someone, owed).getByRole("link").first().click();
  await someone.page.waitForURL("**/verify/*");
  await someone.page.locator('[value="accept"]').waitFor();
}

export async function giveBack({ page, t }: Someone, reason: string): Promise<void> {
  await page.locator('[name="reason"]').fill(reason);
  await press(page, "return");
  await page.waitForURL("**/verify?done=returned");
  await page.getByText(t("verification.desk.returned")).waitFor();
}

export async function accept({ page, t }: Someone): Promise<void> {
  await press(page, "accept");
  await page.waitForURL("**/verify?done=accepted");
  await page.getByText(t("verification.desk.accepted")).waitFor();
}

/** What came back stands before everything else on the work list, with the evaluator's words; opens it. */
export async function openReturned(someone: Someone, owed: Owed, reason: string): Promise<void> {
  const { page, t } = someone;
  await page.goto("/");
  const first = page.locator("main section").filter({ has: page.locator("ul.work") }).first();
  expect(await first.locator("h2").innerText()).toBe(t("home.returned"));
  await first.locator("li").filter({ hasText: `${owed.code} · ${someone.print.period(owed.period)}` }).locator(".work-actions a").click();
  await formOpened(page);
  await page.locator(".note-bad").filter({ hasText: reason }).waitFor();
}

/** The list behind a scorecard's figure holds the value; from it to the indicator, its formula, the value, its history. */
export async function drillDown({ page, t, print }: Someone, plan: string, owed: Owed, value: string): Promise<void> {
  await page.goto("/");
  await page.locator(`a[href="/plans/${plan}/scorecard/2026"]`).click();
  await page.waitForURL(`**/plans/${plan}/scorecard/2026`);
  expect(await page.locator("details.formula").first().innerText()).toContain(t("formula.summary"));
  await page.locator(`.formula a[href^="/plans/${plan}/scorecard/2026/indicators"]:not([href*=".csv"])`).first().click();
  await page.waitForURL((address) => address.pathname.endsWith("/scorecard/2026/indicators"));
  const row = page.locator("tbody tr").filter({ hasText: `${owed.code} · ` });
  expect(plain(await row.innerText())).toContain(plain(value));
  await row.getByRole("link").first().click();
  // the address also says what the figures are read as
  await page.waitForURL((address) => address.pathname.endsWith(`/indicators/${owed.code}`));

  const line = page.locator("main tbody tr").filter({ hasText: print.date(period(owed.period).endsOn) });
  const words = plain(await line.innerText());
  expect(words).toContain(plain(value));
  expect(words).toContain(t("statuses.fact.verified"));
  await line.getByRole("link").first().click();
  await page.waitForURL("**/values/*");
}

/** Versions of a value, newest first: what each said and what was decided of it. */
export async function expectHistory({ page }: Someone, versions: readonly (readonly string[])[]): Promise<void> {
  await page.locator('main a[href*="/versions.csv"]').first().waitFor();
  const rows = page.locator("main table tbody tr");
  expect(await rows.count()).toBe(versions.length);
  for (const [index, words] of versions.entries()) {
    const line = plain(await rows.nth(index).innerText());
    for (const word of words) expect(line).toContain(plain(word));
  }
}
