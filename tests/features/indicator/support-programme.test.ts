import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/permissions";
import { getIndicator } from "~/features/indicator/get-indicator.server";
import { toCsv } from "~/features/report/to-csv";
import { wordsOf } from "~/i18n/translate";
import { useDatabase } from "../../support/database";
import { DEMO_NOW, demoActor, demoPlans } from "../../support/demo-reading";

const database = useDatabase({ once: demoPlans });
let reader: Actor;
beforeAll(async () => {
  reader = await demoActor(database.db, "reader");
});

const indicator = (code: string, language: "uk" | "en" = "uk") =>
  getIndicator(database.db, reader, DEMO_NOW, { planCode: "EU4IBM-RES", code, words: wordsOf(language) });
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("the support programme: published values, no baseline, few targets", () => {
  test.each([
    ["canine teams", "C2.1.1", "80 команд", "перевірено, 02.11.2023", "112 команд", "ціль 2023", "71,4 %", "80 із 112; досягнення, без базового значення; 2023"],
    ["radio stations", "C1.2.2", "500 од.", "перевірено, 02.11.2023", "500 од.", "ціль без дати", "100,0 %", "500 із 500; досягнення, без базового значення"],
    ["cargo scanners", "C2.2.1", "1 од.", "перевірено, 02.11.2023", "3 од.", "ціль без дати", "33,3 %", "1 із 3; досягнення, без базового значення"],
    ["scanners delivered, by a date", "C2.2.2", "0 од.", "перевірено, 02.11.2023", "1 од.", "ціль до 31.05.2024", "0,0 %", "0 із 1; досягнення, без базового значення"],
    ["consultations: at least 20, no target", "C1.3.1", "щонайменше 20 од.", "перевірено, 02.11.2023", "—", "цілі на 2026 немає", "—", "не обчислюється: немає цілі"],
  ])("%s", async (_name, code, verified, verifiedWhen, target, targetWhen, way, wayName) => {
    const { view } = await indicator(code);
    const [first, provisional, third, fourth] = view.figures.map(({ value, caption }) => [plain(value), plain(caption)]);
    expect({ first, provisional, third, fourth }).toEqual({
      first: [verified, verifiedWhen], provisional: ["—", "нічого не чекає перевірки"], third: [target, targetWhen], fourth: [way, wayName],
    });
  });

  test("the division is written out", async () => {
    const { view } = await indicator("C2.1.1", "en");
    expect(view.formulas.map(({ equation, result }) => [plain(equation ?? ""), result])).toEqual([["80 ÷ 112 =", "71.4%"]]);
  });

  test("the disputed target is shown as disputed, in both languages", async () => {
    expect((await indicator("C2.1.1")).view.disputed).toMatchObject([{ en: expect.stringContaining("over 80 teams"), uk: expect.stringContaining("понад 80 команд") }]);
    expect((await indicator("C1.2.2")).view.disputed).toEqual([]);
  });

  test("an open-ended plan has no pace, and says so", async () => {
    const { view } = await indicator("C2.1.1");
    expect([view.pace, view.noPace]).toEqual([null, "open_ended"]);
  });

  test("the passport warns of what was never published", async () => {
    expect((await indicator("C1.3.1", "en")).view.passport.warnings).toEqual(["No baseline.", "No target.", "No data source given."]);
  });

  test("a file has the reported zero as 0, sources, and what it was read from", async () => {
    const { table } = await indicator("C1.2.2", "en");
    const [heading = "", last, first] = toCsv(table, "Rows in the file").slice(1).split("\r\n");
    expect(heading).toBe("At,Code,Period,Agency,Value,Numerator,Denominator,Qualifier,Unit,Reason,State,Flag,Version,Source,Plan,Plan version,Basis,Values,Rules version,Known at,Access level,Rows in the file");
    expect(last).toMatch(/^2023-11-02,C1\.2\.2,2023-H2,[^,]+,500,,,,/);
    expect(first).toMatch(/^2023-05-25,C1\.2\.2,2023-H1,[^,]+,0,,,,,,verified,A,1,"project news, 25 May 2023",EU4IBM-RES,1 \(2022-11-01\),current plan,including provisional,1,2026-11-24T10:00:00\.000Z,public measures only,2$/);
  });
});
