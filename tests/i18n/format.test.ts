/** How figures, dates and periods read in each language (design language, "Numbers, dates, words"). */
import { describe, expect, it } from "vitest";
import { formatter } from "../../app/i18n/formatter";
import { translator } from "../../app/i18n/translate";

const uk = formatter("uk");
const en = formatter("en");
const NB = "\u00a0";

describe("figures", () => {
  it.each([
    ["0", "0", "0"],
    ["12", "12", "12"],
    ["999", "999", "999"],
    ["1234.5", `1${NB}234,5`, "1,234.5"],
    ["1234567", `1${NB}234${NB}567`, "1,234,567"],
    ["0.10", "0,10", "0.10"],
    ["-6.1", "\u22126,1", "\u22126.1"],
    ["-12345.678", `\u221212${NB}345,678`, "\u221212,345.678"],
  ])("%s", (decimal, inUkrainian, inEnglish) => {
    expect(uk.number(decimal)).toBe(inUkrainian);
    expect(en.number(decimal)).toBe(inEnglish);
  });

  it.each(["", "1,5", "1e3", " 1", "NaN", "--1", "1.", ".5"])("refuses %j: nothing but a plain decimal is printed", (text) => {
    expect(() => uk.number(text)).toThrow(RangeError);
  });

  it.each([
    ["64.6", `64,6${NB}%`, "64.6%"],
    ["100", `100${NB}%`, "100%"],
    ["-50.0", `\u221250,0${NB}%`, "\u221250.0%"],
    ["<0.1", `<0,1${NB}%`, "<0.1%"],
    [">99.9", `>99,9${NB}%`, ">99.9%"],
  ])("%s per cent", (decimal, inUkrainian, inEnglish) => {
    expect(uk.percent(decimal)).toBe(inUkrainian);
    expect(en.percent(decimal)).toBe(inEnglish);
  });

  it("writes a range with an en dash and the unit once", () => {
    expect(uk.percentRange("64.6", "69.6")).toBe(`64,6–69,6${NB}%`);
    expect(en.percentRange("64.6", "69.6")).toBe("64.6–69.6%");
    expect(uk.percentRange("50.0", "50.0")).toBe(`50,0${NB}%`);
    expect(uk.range("40", "1060")).toBe(`40–1${NB}060`);
  });

  it("writes a difference of percentages in points, with its sign where asked", () => {
    expect(uk.points("3.5")).toBe(`3,5${NB}в.${NB}п.`);
    expect(en.points("3.5")).toBe(`3.5${NB}pp`);
    expect([uk.signed("32.0"), uk.signed("-6.1"), uk.signed("0.0")]).toEqual(["+32,0", "\u22126,1", "0,0"]);
  });

  it("counts parts of a whole with “із” before any number", () => {
    expect(uk.of(51, 79)).toBe(`51${NB}із${NB}79`);
    expect(uk.of(1, 1100)).toBe(`1${NB}із${NB}1${NB}100`);
    expect(en.of(51, 79)).toBe(`51${NB}of${NB}79`);
  });

  it("puts the unit after the number", () => {
    expect([uk.withUnit("12", "од."), uk.withUnit("45", "%"), uk.withUnit("3", null)]).toEqual([`12${NB}од.`, `45${NB}%`, "3"]);
    expect(en.withUnit("45", "%")).toBe("45%");
  });
});

describe("dates and times", () => {
  it("prints dates by language", () => {
    expect(uk.date("2026-11-24")).toBe("24.11.2026");
    expect(en.date("2026-11-24")).toBe(`24${NB}November${NB}2026`);
    expect(uk.date("2026-01-05")).toBe("05.01.2026");
    expect(en.date("2026-01-05")).toBe(`5${NB}January${NB}2026`);
  });

  it("ends a due date at 23:59 in Kyiv", () => {
    expect(uk.dueDate("2026-11-24")).toBe(`24.11.2026, 23:59${NB}за${NB}Києвом`);
    expect(en.dueDate("2026-11-24")).toBe(`24${NB}November${NB}2026, 23:59${NB}Kyiv${NB}time`);
  });

  it.each([
    ["summer time, two hours before midnight UTC", "2026-07-31T22:15:07Z", `01.08.2026, 01:15:07${NB}за${NB}Києвом`],
    ["winter time, across the new year", "2026-12-31T22:00:00Z", `01.01.2027, 00:00:00${NB}за${NB}Києвом`],
    ["midnight is 00, not 24", "2026-10-12T21:00:00Z", `13.10.2026, 00:00:00${NB}за${NB}Києвом`],
  ])("moments by the Kyiv clock: %s", (_, instant, printed) => {
    expect(uk.moment(instant, { seconds: true })).toBe(printed);
  });

  it.each([
    ["2026", `2026${NB}рік`, "2026"],
    ["2026-H1", `I${NB}півріччя${NB}2026`, `H1${NB}2026`],
    ["2026-Q3", `III${NB}квартал${NB}2026`, `Q3${NB}2026`],
    ["2026-Q4", `IV${NB}квартал${NB}2026`, `Q4${NB}2026`],
    ["2026-10", `жовтень${NB}2026`, `October${NB}2026`],
    ["2026-11", `листопад${NB}2026`, `November${NB}2026`],
  ])("period %s", (key, inUkrainian, inEnglish) => {
    expect(uk.period(key)).toBe(inUkrainian);
    expect(en.period(key)).toBe(inEnglish);
  });
});

describe("plurals", () => {
  const t = translator("uk");
  it.each([
    [0, "0 заходів"], [1, "1 захід"], [2, "2 заходи"], [4, "4 заходи"], [5, "5 заходів"], [11, "11 заходів"], [12, "12 заходів"],
    [14, "14 заходів"], [21, "21 захід"], [22, "22 заходи"], [25, "25 заходів"], [101, "101 захід"], [111, "111 заходів"],
    [1.5, "1,5 заходу"], [0.5, "0,5 заходу"], [1234, `1${NB}234 заходи`],
  ])("%s", (count, printed) => {
    expect(t("common.measures", { count })).toBe(printed);
  });

  it.each([[0, "0 measures"], [1, "1 measure"], [2, "2 measures"], [1.5, "1.5 measures"], [1234, "1,234 measures"]])("%s in English", (count, printed) => {
    expect(translator("en")("common.measures", { count })).toBe(printed);
  });
});

describe("units that are words", () => {
  it.each([
    ["1", "пунктів пропуску", "1 пункт пропуску"],
    ["3", "пунктів пропуску", "3 пункти пропуску"],
    ["12", "пунктів пропуску", "12 пунктів пропуску"],
    ["0", "осіб", "0 осіб"],
    ["31", "команд", "31 команда"],
    ["1.5", "команд", "1,5 команди"],
    ["1.0", "команд", "1,0 команди"],
    ["-2", "документів", "\u22122 документи"],
    ["31", "тис. од.", "31 тис. од."],
  ])("%s %s", (decimal, unit, printed) => {
    expect(uk.withUnit(decimal, unit).replaceAll(NB, " ")).toBe(printed);
  });

  it.each([["1", "persons", "1 person"], ["2", "persons", "2 persons"], ["1", "border crossing points", "1 border crossing point"], ["1", "km", "1 km"]])("%s %s", (decimal, unit, printed) => {
    expect(en.withUnit(decimal, unit).replaceAll(NB, " ")).toBe(printed);
  });
});

describe("a period after a noun", () => {
  it.each([
    ["2026", "2026 року", "2026"],
    ["2026-Q3", "III кварталу 2026 року", "Q3 2026"],
    ["2026-H2", "II півріччя 2026 року", "H2 2026"],
    ["2026-11", "листопада 2026 року", "November 2026"],
  ])("%s", (key, inUkrainian, inEnglish) => {
    expect([uk.ofPeriod(key), en.ofPeriod(key)].map((text) => text.replaceAll(NB, " "))).toEqual([inUkrainian, inEnglish]);
  });
});

it("ends a sentence with one full stop, after an abbreviation too", () => {
  const t = translator("uk");
  expect(["19,4 тис. од.", "71 %"].map((value) => t("verification.desk.acceptText", { value }))).toEqual(["Значення стане офіційним: 19,4 тис. од.", "Значення стане офіційним: 71 %."]);
});
