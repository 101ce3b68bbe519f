import { describe, expect, test } from "vitest";
import { progressFormula, printProgress } from "~/features/indicator/progress-formula";
import { wordsOf } from "~/i18n/translate";
import { anIndicator, type IndicatorBuilder } from "../../support/builders";
import { reading } from "../../support/one-indicator";

const uk = wordsOf("uk");
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;

function written(indicator: IndicatorBuilder, actual: string | number) {
  const read = reading(indicator).value("2020", actual).in("2020");
  const view = progressFormula({ indicator: indicator.fact, unit: null, progress: read.progress, actual: read.actual.content, target: read.target, about: "", targetLabel: "2020" }, uk);
  return [plain(view.equation), plain(printProgress(read.progress, uk))];
}

describe("progress with its division written out", () => {
  test.each<[string, IndicatorBuilder, string | number, string | null, string]>([
    ["V1 rising", anIndicator("I").from(0).target("2020", 100), 40, "(A − B) ÷ (T − B) = (40 − 0) ÷ (100 − 0) = 40 ÷ 100 =", "40,0 %"],
    ["V2 falling", anIndicator("I").falling().from(60).target("2020", 30), 45, "(A − B) ÷ (T − B) = (45 − 60) ÷ (30 − 60) = −15 ÷ (−30) =", "50,0 %"],
    ["V3 regressing", anIndicator("I").falling().from(60).target("2020", 30), 75, "(A − B) ÷ (T − B) = (75 − 60) ÷ (30 − 60) = 15 ÷ (−30) =", "−50,0 %"],
    ["V9 a baseline below zero", anIndicator("I").from(-5).target("2020", 10), 3, "(A − B) ÷ (T − B) = (3 − (−5)) ÷ (10 − (−5)) = 8 ÷ 15 =", "53,3 %"],
    ["V32 nearly there is not there", anIndicator("I").but({ precision: 2 }).from(0).target("2020", 100), "99.96", "(A − B) ÷ (T − B) = (99,96 − 0,00) ÷ (100,00 − 0,00) = 99,96 ÷ 100,00 =", "99,9 %"],
    ["attainment without a baseline", anIndicator("I").target("2020", 112), 80, "80 ÷ 112 =", "71,4 %"],
    ["V7 held", anIndicator("I").from(14).target("2020", 14), 15, null, "утримано"],
    ["V7 below", anIndicator("I").from(14).target("2020", 14), 13, null, "нижче"],
    ["V23 at or above the floor", anIndicator("I").but({ precision: 1 }).from("92.2").target("2020", 90), 95, null, "не нижче за межу"],
    ["V23 below the floor", anIndicator("I").but({ precision: 1 }).from("92.2").target("2020", 90), 89, null, "нижче за межу"],
    ["no target", anIndicator("I").from(1), 5, null, "не обчислюється: немає цілі"],
    ["falling without a baseline", anIndicator("I").falling().target("2020", 5), 8, null, "не обчислюється: немає базового значення"],
  ])("%s", (_name, indicator, actual, equation, result) => {
    expect(written(indicator, actual)).toEqual([equation, result]);
  });

  test("flags stand beside the figure, never in its place", () => {
    const indicator = anIndicator("I").falling().from(60).target("2020", 30);
    const read = reading(indicator).value("2020", 20).in("2020");
    const view = progressFormula({ indicator: indicator.fact, unit: null, progress: read.progress, actual: read.actual.content, target: read.target, about: "", targetLabel: "2020" }, uk);
    expect(plain(view.result)).toBe("133,3 %");
    expect(view.items.find(({ label }) => label === "Ознаки")?.value).toBe("понад ціль");
  });

});
