import { describe, expect, test } from "vitest";
import { exact } from "~/domain/exact";
import type { Content } from "~/domain/facts";
import { plainContent, printContent, printTarget } from "~/features/indicator/print-content";
import { wordsOf } from "~/i18n/translate";
import { anIndicator, number, parts, type IndicatorBuilder } from "../../support/builders";
import { share, stage, yes } from "../../support/one-indicator";

const uk = wordsOf("uk");
const en = wordsOf("en");
const PIECES = { uk: "од.", en: "count" };
const TEAMS = { uk: "команд", en: "teams" };
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;
const count = anIndicator("I");
const decimal = anIndicator("I").but({ precision: 1 });
const percent = anIndicator("I").percentage();
const staged = anIndicator("I").stages(4);

describe("a value in words (rules 7 and 12, case C11)", () => {
  test.each<[string, IndicatorBuilder, Content, typeof TEAMS | null, string, string | null]>([
    ["a count with its unit", count, number(80), TEAMS, "80 команд", null],
    ["a reported zero", count, number(0), TEAMS, "0 команд", null],
    ["precision 1: 6", decimal, number(6), null, "6,0", null],
    ["precision 1: 6.05 goes away from zero", decimal, number("6.05"), null, "6,1", null],
    ["precision 1: 6.049", decimal, number("6.049"), null, "6,0", null],
    ["thousands and a decimal comma", decimal, number("12345.5"), null, "12 345,5", null],
    ["a negative number", count, number(-5), null, "−5", null],
    ["a percentage by its parts", percent, parts(298, 400), null, "74,5 %", "298 із 400"],
    ["parts that do not divide", percent.but({ precision: 0 }), parts(1, 3), null, "33,3 %", "1 із 3"],
    ["a percentage without parts, as given", percent.but({ precision: 0 }), share(78), null, "78 %", null],
    ["denominator 0: the parts alone", percent, parts(3, 0), null, "3 із 0", null],
    ["a stage by its number and name", staged, stage(2), null, "етап 2 із 4", "stage 2"],
    ["no stage yet", staged, stage(0), null, "етап 0 із 4", "жодного етапу"],
    ["yes", anIndicator("I").yesNo(), yes, null, "так", null],
  ])("%s", (_name, indicator, content, unit, main, beside) => {
    const printed = printContent(content, indicator.fact, unit, uk);
    expect([plain(printed.main), plain(printed.parts)]).toEqual([main, beside]);
  });

  test("English has no word for a bare count", () => {
    expect(printContent(number(500), count.fact, PIECES, en).main).toBe("500");
    expect(plain(printContent(number(500), count.fact, PIECES, uk).main)).toBe("500 од.");
    expect(plain(printContent(number(500), count.fact, TEAMS, en).main)).toBe("500 teams");
  });

  test("targets: at least, a range, a stage in words", () => {
    const target = (content: Content | null, change = {}) => ({ periodKey: "2026", by: null, content, range: null, qualifier: null, disputed: null, ...change });
    expect(plain(printTarget(target(number(14), { qualifier: "at_least" }), count.fact, null, uk))).toBe("щонайменше 14");
    const range = { low: exact(12), high: exact(16) };
    expect(plain(printTarget(target(null, { range, qualifier: "range" }), count.fact, TEAMS, uk))).toBe("12–16 команд");
    expect(plain(printTarget(target(stage(2)), staged.fact, null, uk))).toBe("етап 2 із 4: stage 2");
  });
});

describe("a value as columns of a file: exact, no words", () => {
  test.each<[string, IndicatorBuilder, Content, (string | null)[]]>([
    ["a long number leaves as it came", count, number("12345678901234.56"), ["12345678901234.56", null, null]],
    ["zero is zero", count, number(0), ["0", null, null]],
    ["parts beside their quotient", percent, parts(298, 400), ["74.5", "298", "400"]],
    ["a quotient without an end is rounded as shown", percent, parts(1, 3), ["33.3", "1", "3"]],
    ["denominator 0 has no quotient", percent, parts(3, 0), [null, "3", "0"]],
    ["a stage by its number", staged, stage(2), ["2", null, null]],
    ["yes is 1", anIndicator("I").yesNo(), yes, ["1", null, null]],
  ])("%s", (_name, indicator, content, expected) => {
    const { value, numerator, denominator } = plainContent(content, indicator.fact);
    expect([value, numerator, denominator]).toEqual(expected);
  });
});
