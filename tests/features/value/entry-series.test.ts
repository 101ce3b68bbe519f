/** The chart beside a form: a month of a flow is never on one axis with the target of its year; targets far off do not press the values flat. */
import { expect, it } from "vitest";
import { entrySeries } from "../../../app/features/value/entry-series";
import { wordsOf } from "../../../app/i18n/translate";
import { anIndicator } from "../../support/builders";

const UNIT = { uk: "тис. од.", en: "thousand" };
const row = (period_key: string, ends_on: string, value: string) =>
  ({ period_key, ends_on, observed_on: null, decision: "accepted", kind: "number", value, numerator: null, denominator: null, stage_no: null, scale_position: null, yes_no: null, reason_code: null });
const planned = anIndicator("I").target("2026", 240).target("2027", 290).target("2028", 340).target("2029", 390);

function drawn(indicator: typeof planned, rows: ReturnType<typeof row>[]) {
  const model = entrySeries(indicator.fact, UNIT, rows, wordsOf("uk"));
  return { title: model?.title, targets: model?.lines[0]?.targets.map(({ date }) => date.slice(0, 4)), says: model?.summary.replaceAll("\u00a0", " ") };
}

it.each([
  ["months of a flow", planned.but({ aggregation: "flow", frequency: "monthly" }), [row("2026-09", "2026-09-30", "23"), row("2026-10", "2026-10-31", "19")],
    { title: "Значення за місяцями", targets: [], says: "жовтень 2026: 19 тис. од. Ціль 2026 року (240 тис. од.) — за весь рік, тому на цьому графіку її немає." }],
  ["quarters of a stock", planned.but({ frequency: "quarterly" }), [row("2026-Q2", "2026-06-30", "200"), row("2026-Q3", "2026-09-30", "210")],
    { title: "Ряд значень", targets: ["2026", "2027"], says: "III квартал 2026: 210 тис. од." }],
  ["a flow by whole years", planned.but({ aggregation: "flow", frequency: "annual" }), [row("2026", "2026-12-31", "230")],
    { title: "Ряд значень", targets: ["2026", "2027"], says: "2026 рік: 230 тис. од." }],
])("%s", (_name, indicator, rows, expected) => {
  expect(drawn(indicator, rows)).toEqual(expected);
});
