import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectSaid, type Someone } from "./steps";

/** Where a round's measure is judged, one executor for itself. */
export interface Judged {
  plan: string;
  period: string;
  code: string;
  executor: string;
}

export interface Verdict {
  /** null = as suggested */
  status: string | null;
  /** where it differs from the suggestion; null = none is given */
  reason: string | null;
}

const press = (page: Page, intent: string) => page.locator(`main button[name="_intent"][value="${intent}"]`).first().click();
const check = (page: Page, name: string, value: string) => page.locator(`[name="${name}"][value="${value}"]`).first().check();

export async function openMeasure({ page }: Someone, { plan, period, code, executor }: Judged): Promise<void> {
  await page.goto(`/scoring/${plan}/${period}/${encodeURIComponent(code)}?for=${executor}`);
  await page.locator("#main-form").waitFor({ state: "attached" });
}

/** Fills the form of a draft on documents seen, and sends it. */
export async function draft({ page }: Someone, { status, reason }: Verdict): Promise<void> {
  const suggested = await page.locator('[name="suggested_seen"]').first().inputValue();
  await check(page, "status", status ?? suggested);
  await check(page, "evidence_grade", "document_seen");
  if (reason !== null) await page.locator('[name="differs_reason"]').fill(reason);
  await page.locator('[name="declared"]').check();
  await press(page, "draft");
}

export async function drafted({ page, t }: Someone): Promise<void> {
  await page.waitForURL("**saved=draft");
  await expectSaid(page, t("scoring.saved.draft"));
}

/** From the first page: every draft on the body, one after another; `remarks` on the first of them. Returns how many. */
export async function answerAll({ page, t }: Someone, remarks: string): Promise<number> {
  for (let answered = 0; ; answered += 1) {
    await page.goto("/");
    const due = page.locator("main section").filter({ has: page.locator("h2", { hasText: t("scoring.reply.due") }) }).locator('a.button[href^="/verdicts/"]');
    if ((await due.count()) === 0) return answered;
    await due.first().click();
    await page.waitForURL("**/verdicts/*");
    await check(page, "answer", answered === 0 ? "remarks" : "agreed");
    if (answered === 0) {
      await page.locator('[name="text"]').fill(remarks);
      await page.locator('[name="declared"]').check();
    }
    await press(page, "reply");
    await page.waitForURL("**?replied=yes");
  }
}

export async function finalise(someone: Someone, judged: Judged): Promise<void> {
  await openMeasure(someone, judged);
  await press(someone.page, "finalise");
  await someone.page.waitForURL("**saved=final");
  await expectSaid(someone.page, someone.t("scoring.saved.final"));
}

/** The coordinator prepares, the leadership reads the challenge sheet and releases. Returns the edition's code and its public address. */
export async function release(coordinator: Someone, leadership: Someone, { plan, period }: Pick<Judged, "plan" | "period">): Promise<{ code: string; publicPath: string }> {
  await coordinator.page.goto(`/plans/${plan}/editions/prepare`);
  await coordinator.page.locator('[name="period"]').selectOption(period);
  await check(coordinator.page, "ceiling", "public");
  await coordinator.page.locator("#main-form button").click();
  await coordinator.page.waitForURL((address) => /\/editions\/[0-9a-f-]{36}$/.test(address.pathname));
  const preparation = new URL(coordinator.page.url()).pathname;
  // whoever prepared it is told that another person releases
  await coordinator.page.goto(`${preparation}/release`);
  await expectSaid(coordinator.page, coordinator.t("errors.reason.own_preparation"));
  expect(await coordinator.page.locator('[name="challenges_read"]').count()).toBe(0);

  const { page, t } = leadership;
  await page.goto("/editions");
  await page.locator(`a[href="${preparation}"]`).first().click();
  await page.waitForURL(`**${preparation}`);
  await page.locator(`a[href="${preparation}/release"]`).first().click();
  await page.waitForURL("**/release");
  await expectSaid(page, t("edition.challenge.title"));
  await page.locator('[name="challenges_read"]').check();
  await page.locator('main form button:not([name="lang"])').last().click();
  await page.waitForURL("**/editions/*?released=yes");
  const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expectSaid(page, t("edition.release.done", { code }));
  const publicPath = new URL((await page.getByRole("link", { name: t("edition.toPublic") }).getAttribute("href")) ?? "", page.url()).pathname;
  return { code, publicPath };
}

/** From an edition to why the figure changed since the one before, for one kind of figure. */
export async function openBridge({ page, t }: Someone, figure: "fully" | "achieved"): Promise<void> {
  await page.getByRole("link", { name: t("bridge.linkSince") }).click();
  await page.waitForURL("**/bridge?*");
  await page.locator('select[name="figure"]').selectOption(figure);
  await page.getByRole("button", { name: t("bridge.apply") }).click();
  await page.waitForURL(`**figure=${figure}*`);
  await expectSaid(page, t(`bridge.figure.${figure}`));
}
