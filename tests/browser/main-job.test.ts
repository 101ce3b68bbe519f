import { describe, expect, it } from "vitest";
import type { Language } from "../../app/i18n/language";
import { wordsOf } from "../../app/i18n/translate";
import { type Visit, useDemoApp } from "../support/demo-app";
import { keepPicture } from "./pictures";
import {
  accept, drillDown, expectHistory, expectSaid, giveBack, meetRefusal, openFromQueue, openFromWorkList, openReturned,
  readReceipt, type Someone, submit,
} from "./steps";

const app = useDemoApp();
const PLAN = "IBM-DEMO-2030";

interface Combination {
  language: Language;
  width: number;
  focal: string;
  evaluator: string;
  code: string;
  /** refused, then typed again so that it may be read two ways */
  refused: "12%" | "1e3";
  ambiguous: string;
  readAs: string;
  /** the reading as pages print it, by the indicator's precision */
  shown: string;
  /** what the body sends after the value came back */
  corrected: string;
  /** asked for where a running total goes down */
  why?: string;
}

const COMBINATIONS: readonly Combination[] = [
  { language: "uk", width: 360, focal: "focal.scs", evaluator: "evaluator.scmu", code: "SO4.M3.I1", refused: "12%", ambiguous: "17.250", readAs: "17.25", shown: "17", corrected: "18" },
  { language: "uk", width: 1280, focal: "focal.sbgs", evaluator: "evaluator.mia", code: "SO2.M2.I1", refused: "1e3", ambiguous: "845.125", readAs: "845.125", shown: "845", corrected: "846" },
  { language: "en", width: 360, focal: "focal.scs", evaluator: "evaluator.icmpd", code: "SO4.M3.I3", refused: "12%", ambiguous: "118,500", readAs: "118500", shown: "118,500", corrected: "119", why: "a comma was taken for a mark of thousands" },
  { language: "en", width: 1280, focal: "focal.sbgs", evaluator: "evaluator.icmpd", code: "SO1.M1.I2", refused: "1e3", ambiguous: "8,4", readAs: "8.4", shown: "8.4", corrected: "8.2" },
];

async function someone(login: string, { language, width }: Pick<Combination, "language" | "width">): Promise<Someone & Visit> {
  return { ...(await app.visitAs(login, { language, width })), ...wordsOf(language) };
}

describe("a value goes from the body through the evaluator to the reading of the leadership", () => {
  it.each(COMBINATIONS)("$language, $width px: $focal sends $code, $evaluator returns and accepts it", async (combination) => {
    const owed = { code: combination.code, period: "2026-Q4" };
    const focal = await someone(combination.focal, combination);
    const evaluator = await someone(combination.evaluator, combination);
    const leadership = await someone("leadership", combination);
    const picture = (name: string, page = focal.page) => (combination.language === "uk" ? keepPicture(page, name, combination.width) : undefined);

    await focal.page.goto("/");
    await picture("work-list");
    await openFromWorkList(focal, owed);
    await picture("entry-form");
    await meetRefusal(focal, combination.refused, combination.refused === "12%" ? "percent_sign_in_count" : "exponent");
    await submit(focal, { typed: combination.ambiguous, readAs: combination.readAs, narrative: "what was done" });
    const first = await readReceipt(focal, combination.shown);
    await picture("receipt");

    await openFromQueue(evaluator, owed);
    await expectSaid(evaluator.page, "what was done");
    await picture("evaluator-desk", evaluator.page);
    await giveBack(evaluator, "the register says otherwise");

    await openReturned(focal, owed, "the register says otherwise");
    await submit(focal, { typed: combination.corrected, why: combination.why });
    const second = await readReceipt(focal, combination.corrected);
    expect(second).not.toBe(first);

    await openFromQueue(evaluator, owed);
    await accept(evaluator);

    await drillDown(leadership, PLAN, owed, combination.corrected);
    await expectSaid(leadership.page, leadership.t("home.officialValue", { value: combination.corrected }));
    await expectHistory(leadership, [
      ["2", combination.corrected, leadership.t("verification.value.decision.accepted")],
      ["1", combination.shown, leadership.t("verification.value.decision.returned"), "the register says otherwise"],
    ]);
    for (const { complaints } of [focal, evaluator, leadership]) expect(complaints).toEqual([]);
  });
});

describe("a body whose values are approved inside it first", () => {
  it.each([{ language: "uk", width: 1280 }, { language: "en", width: 360 }] as const)("$language, $width px", async (setting) => {
    const owed = { code: setting.language === "uk" ? "SO3.M4.I2" : "SO5.M5.I2", period: "2026" };
    const [focal, approver] = [await someone("focal.sms", setting), await someone("approver.sms", setting)];
    if (setting.language === "uk") {
      await openFromWorkList(focal, owed);
      await submit(focal, { typed: "114" });
      await focal.page.waitForURL(/\/obligations\/.+\?approval/);
      await expectSaid(focal.page, focal.t("entry.sentForApproval"));
    }

    await approver.page.goto("/");
    await approver.page.getByRole("link", { name: approver.t("home.approval.open") }).click();
    const card = approver.page.locator("section.card").filter({ hasText: owed.code });
    await card.locator('[value="approve"]').click();
    await readReceipt(approver, owed.code === "SO3.M4.I2" ? "114" : approver.print.of(1804, 4100));

    await focal.page.goto("/");
    await expectSaid(focal.page, focal.t("home.submitted"));
    for (const { complaints } of [focal, approver]) expect(complaints).toEqual([]);
  });
});

describe("the first page of each role says what that role does next", () => {
  it.each([
    { login: "focal.mctd", sees: ["home.returned", "home.toSubmit", "home.submitted"], not: ["home.review.title", "home.plans.title"] },
    { login: "approver.sms", sees: ["home.approval.title"], not: ["home.toSubmit", "home.board.title"] },
    { login: "coordinator", sees: ["home.board.title", "home.plans.title"], not: ["home.review.title"] },
    { login: "evaluator.scmu", sees: ["home.review.title"], not: ["home.toSubmit"] },
    { login: "leadership", sees: ["leadership.problems.title", "home.plans.others"], not: ["home.review.title", "home.toSubmit"] },
    { login: "reader", sees: ["leadership.problems.title", "home.plans.others"], not: ["home.board.title"] },
    { login: "admin", sees: ["home.plans.title", "home.admin.users", "home.admin.agencies", "home.admin.audit"], not: ["home.admin.security"] },
    { login: "security", sees: ["home.admin.security"], not: ["home.plans.title", "home.admin.users"] },
  ] as const)("$login", async ({ login, sees, not }) => {
    for (const language of ["uk", "en"] as const) {
      const { page, t, complaints } = await someone(login, { language, width: 360 });
      const words = await page.locator("main").innerText();
      for (const key of sees) expect(words).toContain(t(key));
      for (const key of not) expect(words).not.toContain(t(key));
      expect(complaints).toEqual([]);
    }
  });
});
