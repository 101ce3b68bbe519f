import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../app/i18n/translate";
import { signIn, useDemoApp, type Visit } from "../support/demo-app";
import { keepPicture } from "./pictures";
import {
  accept, check, confirm, drillDown, expectHistory, expectSaid, giveBack, meetRefusal, openFromQueue, openFromWorkList,
  openReturned, readReceipt, type Someone, submit, type,
} from "./steps";

const app = useDemoApp();

async function someone(login: string, width = 1280): Promise<Someone & Visit> {
  return { ...(await app.visitAs(login, { javaScript: false, width })), ...wordsOf("uk") };
}

/** A second focal point of a body: the administrator adds the account and its role, the person opens it by the link. */
async function aColleague(agency: string): Promise<{ login: string; password: string }> {
  const { page } = await someone("admin");
  const colleague = { login: `colleague.${randomUUID().slice(0, 6)}`, password: randomUUID() };
  await page.goto("/admin/users");
  await page.locator("details.card summary").click();
  await page.locator('main form[method="post"] [name="login"]').fill(colleague.login);
  await page.locator('[name="nameUk"]').fill("Друга особа органу");
  await page.locator('[name="nameEn"]').fill("Second person of the body");
  await page.locator('[name="nameEn"]').press("Enter");
  const link = await page.locator("#one-time-link").inputValue();
  await page.locator(".note-ok a").click();
  await page.locator('[name="role"]').selectOption("focal_point");
  await page.locator('[name="agencyId"]').selectOption({ label: agency });
  await page.locator('[value="grant"]').click();
  await page.waitForURL("**?saved=1");

  const { page: theirs } = await app.visit({ javaScript: false });
  await theirs.goto(link);
  await theirs.locator('[name="newPassword"]').fill(colleague.password);
  await theirs.locator('[name="repeatPassword"]').fill(colleague.password);
  await theirs.locator('[name="repeatPassword"]').press("Enter");
  await theirs.waitForURL("**/sign-in?reset=1");
  return colleague;
}

describe("with JavaScript off", () => {
  it("a value is refused, sent, returned with a reason, corrected, accepted and read", async () => {
    const owed = { code: "SO4.M3.I1", period: "2026-Q4" };
    const [focal, evaluator, leadership] = [await someone("focal.scs", 360), await someone("evaluator.scmu"), await someone("leadership")];
    await openFromWorkList(focal, owed);
    await meetRefusal(focal, "12%", "percent_sign_in_count");
    await submit(focal, { typed: "17.250", readAs: "17.25" });
    await readReceipt(focal, "17");

    await openFromQueue(evaluator, owed);
    await evaluator.page.locator('main [value="return"]').click();
    await expectSaid(evaluator.page, evaluator.t("entry.finding.return_reason_required"));
    await giveBack(evaluator, "без дробів");
    await openReturned(focal, owed, "без дробів");
    await submit(focal, { typed: "18" });
    await readReceipt(focal, "18");
    await openFromQueue(evaluator, owed);
    await accept(evaluator);

    await drillDown(leadership, "IBM-DEMO-2030", owed, "18");
    await expectHistory(leadership, [["2", "18", leadership.t("verification.value.decision.accepted")], ["1", "17", "без дробів"]]);
    for (const { complaints } of [focal, evaluator, leadership]) expect(complaints).toEqual([]);
  });

  it("case C14: the second of two people sees both values and what they saw first; the choice and the names are kept", async () => {
    const owed = { code: "SO4.M3.I2", period: "2026-11" };
    const colleague = await aColleague("Державна митна служба України");
    const first = await someone("focal.scs");
    const second = { ...(await app.visit({ javaScript: false, width: 360 })), ...wordsOf("uk") };
    await signIn(second.page, colleague.login, colleague.password);
    for (const each of [first, second]) await openFromWorkList(each, owed);

    await submit(first, { typed: "40" });
    await readReceipt(first, "40");
    await type(second, { typed: "45" });
    await check(second);
    const conflict = second.page.locator('section[role="alert"]');
    await conflict.waitFor();
    expect((await conflict.locator("tbody tr").first().innerText()).replace(/\s+/g, " ")).toMatch(/ще нічого 40(,0)? .*45/);
    expect(await conflict.locator(".table-scroll").evaluate((box) => box.scrollWidth - box.clientWidth), "all three stand in sight on a phone").toBe(0);
    await keepPicture(second.page, "conflict", 360);
    await second.page.setViewportSize({ width: 1280, height: 900 });
    await keepPicture(second.page, "conflict", 1280);
    await conflict.getByRole("button", { name: second.t("entry.conflict.submitMine", { value: "45" }) }).click();
    await readReceipt(second, "45");

    await second.page.getByRole("link", { name: second.t("entry.receiptPage.toValue") }).click();
    await expectHistory(second, [["2", "45"], ["1", "40"]]);

    // the page of the value names the body; who it was stands in the log
    const admin = await someone("admin");
    await admin.page.goto("/audit?action=submit_value&table=measurement_version");
    const rows = await admin.page.locator("main tbody tr").allInnerTexts();
    expect(rows.slice(0, 2).map((row) => row.split("\t")[2]?.trim())).toEqual([colleague.login, "focal.scs"]);
  });

  it("the same person in two windows meets the same page and may leave what is there", async () => {
    const owed = { code: "SO4.M3.I2", period: "2026-12" };
    const focal = await someone("focal.scs");
    const other = { ...focal, page: await focal.context.newPage() };
    for (const each of [focal, other]) await openFromWorkList(each, owed);
    await submit(focal, { typed: "41" });
    await readReceipt(focal, "41");
    await type(other, { typed: "46" });
    await check(other);
    await other.page.locator('section[role="alert"] [value="leave"]').click();
    await other.page.waitForURL("**/values/*");
    await expectHistory(other, [["1", "41"]]);
  });

  it("the same post sent twice makes one version", async () => {
    const focal = await someone("focal.mctd");
    await openFromWorkList(focal, { code: "SO1.M2.I2", period: "2026-12" });
    await type(focal, { typed: "1" });
    await check(focal);
    const form = focal.page.locator("#main-form");
    await form.locator('[value="submit"]').waitFor();
    const fields = await form.evaluate((element) => Object.fromEntries([...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)])));
    const address = focal.page.url();
    const post = () => focal.context.request.post(address, { form: { ...fields, _intent: "submit" }, maxRedirects: 0 });
    const [one, two] = await Promise.all([post(), post()]);
    const again = await post();
    expect([one.status(), two.status(), again.status()]).toEqual([303, 303, 303]);
    expect(new Set([one, two, again].map((answer) => answer.headers().location)).size).toBe(1);

    await focal.page.goto(again.headers().location!);
    await focal.page.getByRole("link", { name: focal.t("entry.receiptPage.toValue") }).click();
    await expectHistory(focal, [["1"]]);
  });

  it("a session that ended while the form was open: after signing in the form is as it was typed", async () => {
    const focal = await someone("focal.npu");
    const security = await someone("security");
    const owed = { code: "SO5.M2.I1", period: "2026-Q4" };
    await openFromWorkList(focal, owed);
    await type(focal, { typed: "7", narrative: "довгий опис, який шкода втратити" });

    await security.page.goto("/security");
    await security.page.getByRole("button", { name: security.t("admin.revokeOf", { login: "focal.npu" }) }).first().click();
    await security.page.locator('main [role="status"]').waitFor();

    await check(focal);
    await focal.page.waitForURL("**/sign-in?next=*");
    await expectSaid(focal.page, focal.t("account.note.kept"));
    await signIn(focal.page, "focal.npu", undefined, { here: true });
    await focal.page.waitForURL("**/obligations/*");
    expect(await focal.page.locator('[name="value"]').inputValue()).toBe("7");
    expect(await focal.page.locator('[name="narrative"]').inputValue()).toBe("довгий опис, який шкода втратити");
    expect(await focal.page.locator('[name="declared"]').isChecked()).toBe(true);
    await check(focal);
    await confirm(focal, { typed: "7" });
    await readReceipt(focal, "7");
  });

  it("the other language keeps the page and what was typed, and is remembered", async () => {
    const focal = await someone("focal.mia", 360);
    await focal.page.goto("/");
    await focal.page.locator('main a[href^="/obligations/"]').first().click();
    const address = focal.page.url();
    await focal.page.locator('[name="narrative"]').fill("не загубити");
    await focal.page.getByRole("button", { name: focal.t("shell.switchTo.en") }).click();
    await focal.page.locator('html[lang="en"]').waitFor();
    expect(new URL(focal.page.url()).pathname).toBe(new URL(address).pathname);
    expect(await focal.page.locator('[name="narrative"]').inputValue()).toBe("не загубити");
    await focal.page.goto("/");
    expect(await focal.page.locator("html").getAttribute("lang")).toBe("en");
  });
});
