/** A month of a flow is never put beside the target of its year without saying so. */
import { expect, it } from "vitest";
import { workFacts } from "../../../app/features/work-list/work-facts";
import { translator } from "../../../app/i18n/translate";

const last = { value: "18,6 тис. од.", on: "2026-10-31" };
const target = { value: "240,0 тис. од.", periodKey: "2026" };

it.each([
  ["a monthly flow", { last, target, span: "month" as const }, ["минуле: 18,6 тис. од. за місяць", "ціль 2026: 240,0 тис. од. за рік"]],
  ["a quarterly flow without a value yet", { last: null, target, span: "quarter" as const }, ["минуле: немає даних", "ціль 2026: 240,0 тис. од. за рік"]],
  ["a stock", { last, target, span: null }, ["минуле: 18,6 тис. од.", "ціль 2026: 240,0 тис. од."]],
  ["no target", { last, target: null, span: null }, ["минуле: 18,6 тис. од.", "ціль: не задано"]],
])("%s", (_name, item, said) => {
  expect(workFacts(item, translator("uk")).map(({ label, value }) => `${label.trim()}: ${value}`)).toEqual(said);
});
