/** Pace of a measure (rule 14, V14 and V15): elapsed over planned days, paused days out of both. */
import { expect, test } from "vitest";
import { cutToCeiling } from "~/domain/access";
import { COVERAGE_POLICY } from "~/domain/coverage";
import type { DisruptionFact } from "~/domain/facts";
import { measurePace } from "~/domain/measure-pace";
import { readPlan } from "~/domain/plan-readings";
import { printedPercent } from "~/domain/printing";
import { aMeasure, aNode, anIndicator, aPlan, aValue, type MeasureBuilder } from "../support/builders";

const indicator = anIndicator("I").from(0).target("2024", 50).target("2025", 100);
const measure = aMeasure("M").ledBy("SBGS").startingOn("2023-01-01").dueBy("2025-12-31").with(indicator);
const pause: DisruptionFact = { id: "d", from: "2024-04-01", to: "2024-12-31", what: { uk: "-", en: "-" }, legalBasis: "act", scopeKind: "measure", scopeId: "M", effect: "pause" };

function paceOn(on: string, of: MeasureBuilder, disruptions: DisruptionFact[] = [], value: number | null = 30) {
  const plan = aPlan().running("2023-01-01", "2025-12-31").with(aNode("G").with(of)).build();
  const periodKey = on < "2025" ? "2024" : "2025";
  const cut = cutToCeiling(plan, value === null ? [] : [aValue("I", periodKey, value).build()], "internal", "official");
  const { tree, byIndicator } = readPlan({ cut, disruptions, periodKey, today: "2025-04-01", reading: "official" });
  const pace = measurePace(tree.measureById.get("M")!, { tree, readings: byIndicator, disruptions, on, policy: COVERAGE_POLICY });
  return pace === null ? null : `${printedPercent(pace.progress)} of ${printedPercent(pace.expected)} ${pace.light}`;
}

test.each<[string, string, MeasureBuilder, DisruptionFact[], number | null, string | null]>([
  ["V14: 547 of 1096 days", "2024-06-30", measure, [], 30, "30.0 of 49.9 at_risk"],
  ["V15: suspended days out of both, 546 of 821", "2025-03-31", measure, [pause], 60, "60.0 of 66.5 behind"],
  ["after the deadline no more than the whole is expected", "2026-06-30", measure, [], 100, "100.0 of 100.0 on_track"],
  ["without a first day", "2024-06-30", measure.but({ startsOn: null }), [], 30, null],
  ["paused all along: nothing was planned", "2024-06-30", measure, [{ ...pause, from: "2023-01-01", to: null }], 30, null],
  ["nothing known of it", "2024-06-30", measure, [], null, null],
])("%s", (_, on, of, disruptions, value, expected) => expect(paceOn(on, of, disruptions, value)).toBe(expected));
