/** Who owes which value in a round: rule 17, the blank year cell, amendments within the period, suspension. */
import { describe, expect, test } from "vitest";
import type { DisruptionFact, PlanStructure } from "~/domain/facts";
import { obligationsOwed } from "~/domain/obligations-owed";
import { aMeasure, aNode, anIndicator, aPlan, type IndicatorBuilder, type MeasureBuilder } from "../support/builders";

const annual = anIndicator("I").target("2026", 10).target("2028", 30);
const quarterly = annual.but({ frequency: "quarterly" });
const monthly = annual.but({ frequency: "monthly" });
const led = aMeasure("M").ledBy("SBGS");

const planOf = (measure: MeasureBuilder, ...indicators: IndicatorBuilder[]) =>
  aPlan().running("2026-01-01", "2030-12-31").version(1, "2026-01-01").with(aNode("G").with(measure.with(...indicators))).build();

const owed = (versions: PlanStructure[], round: string, disruptions: DisruptionFact[] = []) =>
  obligationsOwed(versions, round, disruptions).map((each) => `${each.indicatorId} ${each.agencyId} ${each.periodKey}${each.excludedReason ? ` ${each.excludedReason}` : ""}`);

test.each<[string, MeasureBuilder, IndicatorBuilder, string, string[]]>([
  ["a yearly value, by the lead", led, annual, "2026", ["I SBGS 2026"]],
  ["… not in a quarterly round", led, annual, "2026-Q3", []],
  ["a quarterly value", led, quarterly, "2026-Q3", ["I SBGS 2026-Q3"]],
  ["… not in the yearly round", led, quarterly, "2026", []],
  ["a value a month in the quarterly round", led, monthly, "2026-Q1", ["I SBGS 2026-01", "I SBGS 2026-02", "I SBGS 2026-03"]],
  ["by the responsible body instead of the lead", led, annual.owedBy("SMS"), "2026", ["I SMS 2026"]],
  ["by each of several", led, annual.owedBy("SBGS", "SCS"), "2026", ["I SBGS 2026", "I SCS 2026"]],
  ["a year cell left blank asks for nothing", led, annual, "2027", []],
  ["without any target it is asked for all the same", led, anIndicator("I").context(), "2027", ["I SBGS 2027"]],
  ["before the measure starts", led.startingOn("2026-04-01"), monthly, "2026-Q1", []],
  ["from the period in which it starts", led.startingOn("2026-05-10"), monthly, "2026-Q2", ["I SBGS 2026-05", "I SBGS 2026-06"]],
  ["to the period in which its deadline falls", led.dueBy("2026-08-15"), monthly, "2026-Q3", ["I SBGS 2026-07", "I SBGS 2026-08"]],
  ["not after its deadline", led.dueBy("2026-08-15"), quarterly, "2026-Q4", []],
])("%s", (_, measure, indicator, round, expected) => expect(owed([planOf(measure, indicator)], round)).toEqual(expected));

describe("suspended on the period's last day", () => {
  const pause = (from: string, to: string | null): DisruptionFact[] => [
    { id: "D", from, to, what: { uk: null, en: "shelling" }, legalBasis: null, scopeKind: "measure", scopeId: "M", effect: "pause" },
  ];
  test.each<[string, DisruptionFact[], string[]]>([
    ["still on", pause("2026-08-20", null), ["I SBGS 2026-07", "I SBGS 2026-08 suspended", "I SBGS 2026-09 suspended"]],
    ["over before it", pause("2026-08-20", "2026-09-29"), ["I SBGS 2026-07", "I SBGS 2026-08 suspended", "I SBGS 2026-09"]],
    ["the series breaks, the duty stays", [{ ...pause("2026-07-01", null)[0]!, effect: "break" }], ["I SBGS 2026-07", "I SBGS 2026-08", "I SBGS 2026-09"]],
  ])("%s", (_, disruptions, expected) => expect(owed([planOf(led, monthly)], "2026-Q3", disruptions)).toEqual(expected));
});

describe("an amendment within the period", () => {
  const first = planOf(led, annual);
  const second = { ...planOf(aMeasure("M").ledBy("SCS"), anIndicator("J").target("2026", 1)), planVersionId: "P-v2", versionNo: 2, inForceFrom: "2026-07-01" };
  test("what it drops stays owed, what it adds is owed too", () => expect(owed([first, second], "2026")).toEqual(["I SBGS 2026", "J SCS 2026"]));
  test("from the next period only the new version asks", () => expect(owed([first, { ...second, inForceFrom: "2026-01-01" }], "2026")).toEqual(["J SCS 2026"]));
  test("what both have is owed by the later one", () => {
    const changed = { ...planOf(led, annual.but({ name: { uk: "нова назва", en: null } })), planVersionId: "P-v2", versionNo: 2, inForceFrom: "2026-07-01" };
    expect(obligationsOwed([first, changed], "2026", []).map((each) => each.planVersionId)).toEqual(["P-v2"]);
  });
});
