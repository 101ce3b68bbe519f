/**
 * The second half of the main job: evaluators judge, the body answers, verdicts become final, the leadership sees what they
 * changed, an edition is released, corrected and released again, and both can be read without signing in.
 */
import { describe, expect, it } from "vitest";
import type { Language } from "../../app/i18n/language";
import { wordsOf } from "../../app/i18n/translate";
import { type Visit, useDemoApp } from "../support/demo-app";
import { answerAll, draft, drafted, finalise, type Judged, openBridge, openMeasure, release } from "./evaluation-steps";
import { keepPicture } from "./pictures";
import { expectSaid, said, type Someone } from "./steps";

const app = useDemoApp();
const ROUND = { plan: "IBM-ILLUSTR-2020-2022", period: "2020", executor: "SBGS" };

interface Combination {
  language: Language;
  width: number;
  javaScript: boolean;
  /** of the border guard alone, suggested "in progress": judged otherwise */
  differing: string;
  others: readonly string[];
}

const COMBINATIONS: readonly Combination[] = [
  { language: "uk", width: 1280, javaScript: true, differing: "3.1.1.1", others: ["1.1.1.2", "1.1.1.3", "1.1.2.1", "1.1.2.2", "1.2.1.1", "1.2.1.3", "1.2.2.1", "1.2.2.2", "2.1.1.1"] },
  { language: "en", width: 360, javaScript: false, differing: "2.2.2.1", others: ["2.2.1.2", "2.2.2.2", "3.1.1.2", "3.1.2.1", "3.1.2.2", "3.2.1.1", "3.2.1.2", "4.2.1.1", "4.2.2.1"] },
];

async function someone(login: string, setting: Pick<Combination, "language" | "width" | "javaScript">): Promise<Someone & Visit> {
  return { ...(await app.visitAs(login, setting)), ...wordsOf(setting.language) };
}

const PUBLIC_ROOT: Record<Language, string> = { uk: "/public", en: "/public/en" };
/** The fully-implemented figure of a page, as it prints it: "5 із 46". */
const ofAll = (words: string) => /(\d+)\s(?:із|of)\s(\d+)/.exec(words)?.[0];

describe("ten measures are judged, answered, made final; the edition is released, corrected and released again", () => {
  it.each(COMBINATIONS)("$language, $width px, JavaScript $javaScript", async (setting) => {
    const { language, width, differing, others } = setting;
    const [evaluator, ofExecutor, focal] = [await someone("evaluator.icmpd", setting), await someone("evaluator.mia", setting), await someone("focal.sbgs", setting)];
    const [coordinator, leadership] = [await someone("coordinator", setting), await someone("leadership", setting)];
    const all = [differing, ...others].map((code): Judged => ({ ...ROUND, code }));
    const own = { ...ROUND, code: differing };
    const picture = (name: string, page = leadership.page) => keepPicture(page, `${name}-${language}`, width);
    // what the story left open is answered before
    await answerAll(focal, "before");

    // refused: the body of this evaluator executes the measure
    await openMeasure(ofExecutor, { ...ROUND, code: "1.1.1.1" });
    await expectSaid(ofExecutor.page, ofExecutor.t("errors.reason.own_body_executes"));
    expect(await ofExecutor.page.locator('[name="evidence_grade"]').count()).toBe(0);

    // ten scored; the one that differs is refused until it says why, and keeps what was chosen
    for (const judged of all) {
      await openMeasure(evaluator, judged);
      if (judged.code === differing) {
        await draft(evaluator, { status: "implemented", reason: null });
        await evaluator.page.locator(".error-summary").waitFor();
        await expectSaid(evaluator.page, evaluator.t("scoring.problem.differs_reason_required"));
        expect(await evaluator.page.locator('[name="status"][value="implemented"]').isChecked()).toBe(true);
        await picture("verdict-refused", evaluator.page);
      }
      await draft(evaluator, { status: judged.code === differing ? "implemented" : null, reason: judged.code === differing ? "the act was seen on the spot" : null });
      await drafted(evaluator);
    }
    expect(await answerAll(focal, "we agree with nine of them")).toBe(10);
    for (const judged of all) await finalise(evaluator, judged);
    const first = await release(coordinator, leadership, ROUND);
    await openBridge(leadership, "fully");
    await expectSaid(leadership.page, leadership.t("bridge.step.verdicts"));
    const words = await said(leadership.page);
    expect(words).toMatch(/\+\d[.,]\d/);
    await picture("bridge");
    // the step opens the measure that moved the figure
    await leadership.page.locator("main details:has(#verdicts) > summary").click();
    await expectSaid(leadership.page, differing);

    // corrected: half of it, as a second look says
    await openMeasure(evaluator, own);
    await draft(evaluator, { status: "partially_implemented", reason: "the second act was never signed" });
    await drafted(evaluator);
    expect(await answerAll(focal, "the act will follow")).toBe(1);
    await finalise(evaluator, own);
    const second = await release(coordinator, leadership, ROUND);
    expect(second.code).not.toBe(first.code);
    await openBridge(leadership, "fully");
    expect(await said(leadership.page)).toMatch(/−\d[.,]\d/);

    // both are read without signing in, each as it was released
    const { page: reader, complaints } = await app.visit(setting);
    const { t } = wordsOf(language);
    const counts: string[] = [];
    for (const [{ publicPath }, status] of [[first, "implemented"], [second, "partially_implemented"]] as const) {
      const path = publicPath.replace(/^\/public(\/en)?/, PUBLIC_ROOT[language]);
      await reader.goto(`${path}/measures/${differing}`);
      await expectSaid(reader, t(`statuses.measure.${status}`));
      await reader.goto(path);
      counts.push(ofAll(await reader.locator("section", { has: reader.locator("#measures") }).innerText()) ?? "");
    }
    const [before, after] = counts.map((each) => Number(/\d+/.exec(each)?.[0]));
    expect(before).toBe((after ?? 0) + 1);
    for (const { complaints: of } of [evaluator, ofExecutor, focal, coordinator, leadership, { complaints }]) expect(of).toEqual([]);
  });
});
