import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import type { AccessLevel, ValueType } from "~/domain/facts";
import { messageText } from "~/i18n/message-code";
import { translator } from "~/i18n/translate";
import { ENTERED_REASONS } from "~/features/value/entered-reasons";
import { readTypedDate } from "~/features/value/typed-date";
import { confirmationOf, valueSchema, type EntryRules } from "~/features/value/value.schema";
import { anIndicator, number, parts } from "../../support/builders";

const NBSP = "\u00a0";
const NARROW = "\u202f";

function rules(valueType: ValueType, change: Partial<EntryRules> & { access?: AccessLevel; aggregation?: "stock" | "cumulative_entered" } = {}): EntryRules {
  const { access = "public", aggregation = "stock", ...rest } = change;
  const indicator = anIndicator("I1").but({ valueType, aggregation, precision: valueType === "number" ? 1 : 0 }).stages(3).but({ valueType }).fact;
  const scale = { code: "five", ordinal: true, size: 5 };
  return { ground: { indicator: { ...indicator, scale }, access, previous: null, replaces: null }, locale: "uk", asksConfirmation: false, ...rest };
}

function post(fields: Record<string, string | string[]>, of: EntryRules) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
  const submission = parseWithZod(form, { schema: valueSchema(of) });
  const errors = submission.status === "success" ? {} : (submission.error ?? {});
  return { form: submission.status === "success" ? submission.value : null, errors, typed: submission.payload };
}

describe("a number as it is typed into the box (case C10)", () => {
  const rows: [typed: string, expected: string | "confirm" | "refused", readAs?: string][] = [
    ["1 234,5", "1234.5"],
    [`1${NBSP}234,5`, "1234.5"],
    [`1${NARROW}234,5`, "1234.5"],
    ["0,3", "0.3"],
    [",5", "0.5"],
    [".5", "0.5"],
    ["0", "0"],
    ["2,012", "confirm", "2.012"],
    ["1.234,5", "confirm", "1234.5"],
    ["12%", "refused"],
    ["1e3", "refused"],
    ["\u0661\u0662", "refused"],
    ["-", "refused"],
  ];
  test.each(rows)("%j → %s", (typed, expected, readAs) => {
    const first = post({ value: typed }, rules("number"));
    if (expected === "refused") {
      expect(first.form).toBeNull();
      expect(Object.keys(first.errors)).toEqual(["value"]);
      expect(first.typed).toEqual({ value: typed });
      return;
    }
    expect(first.form?.content).toEqual(number(readAs ?? expected));
    expect(first.form?.echoes.map((echo) => [echo.typed, echo.readAs])).toEqual(expected === "confirm" ? [[typed, readAs]] : []);
    const sent = rules("number", { asksConfirmation: true });
    if (expected !== "confirm") return expect(post({ value: typed }, sent).form).not.toBeNull();
    expect(post({ value: typed }, sent).errors).toHaveProperty("value");
    expect(post({ value: typed, confirmed: "value=9" }, sent).errors).toHaveProperty("value");
    const echo = first.form?.echoes[0];
    expect(echo && post({ value: typed, confirmed: confirmationOf(echo) }, sent).form?.content).toEqual(number(readAs ?? ""));
  });

  test("a minus of either kind, where the indicator may go below zero", () => {
    expect(post({ value: "\u22125" }, rules("number")).form?.content).toEqual(number("-5"));
    expect(post({ value: "-5" }, rules("number")).form?.content).toEqual(number("-5"));
  });

  test("75% is a percentage where there are no parts, and is refused as a part", () => {
    expect(post({ value: "75%" }, rules("percentage")).form?.content).toMatchObject({ kind: "share" });
    expect(post({ numerator: "75%", denominator: "100" }, rules("percentage")).errors).toHaveProperty("numerator");
  });
});

describe("what a form may hold, by the kind of value", () => {
  const rows: [what: string, valueType: ValueType, fields: Record<string, string>, outcome: object | string][] = [
    ["parts", "percentage", { numerator: "71", denominator: "187" }, parts(71, 187)],
    ["half of the parts", "percentage", { numerator: "71" }, "denominator"],
    ["parts and a percentage", "percentage", { numerator: "1", denominator: "2", value: "50" }, "value"],
    ["parts that do not reconcile", "percentage", { numerator: "3", denominator: "2" }, "numerator"],
    ["a ratio above one", "ratio", { numerator: "3", denominator: "2" }, parts(3, 2)],
    ["yes", "yes_no", { choice: "yes" }, { kind: "yes_no", value: true }],
    ["no", "yes_no", { choice: "no" }, { kind: "yes_no", value: false }],
    ["no stage yet", "stages", { choice: "0" }, { kind: "stage", no: 0 }],
    ["a stage that is not there", "stages", { choice: "4" }, "choice"],
    ["a position on the scale", "scale", { choice: "5" }, { kind: "scale", position: 5 }],
    ["nothing", "number", {}, "value"],
    ["nothing of parts", "percentage", { numerator: " " }, "numerator"],
    ["a reason instead of a value", "number", { reason_code: "no_data" }, { kind: "missing", reason: "no_data" }],
    ["a reason and a value", "number", { reason_code: "no_data", value: "0" }, "reason_code"],
    ["a reason nobody may choose", "number", { reason_code: "not_reported" }, "reason_code"],
    ["an excuse without a word", "number", { reason_code: "not_applicable" }, "comment"],
    ["a text without the declaration", "number", { value: "1", narrative: "x" }, "declared"],
    ["an address that is none", "number", { value: "1", evidence: "javascript://x", declared: "on" }, "evidence"],
    ["a date that is none", "number", { value: "1", observed_on: "31.02.2026" }, "observed_on"],
  ];
  test.each(rows)("%s (%s)", (_what, valueType, fields, outcome) => {
    const { form, errors } = post(fields, rules(valueType));
    if (typeof outcome === "string") expect(Object.keys(errors)).toEqual([outcome]);
    else expect(form?.content).toEqual(outcome);
  });

  test("a document, or an address, is evidence", () => {
    const declared = { value: "1", declared: "on" };
    expect(post({ ...declared, evidence: "Акт № 15" }, rules("number")).form?.evidence).toEqual({ kind: "document", title: "Акт № 15" });
    expect(post({ ...declared, evidence: "https://example.org/a" }, rules("number")).form?.evidence).toEqual({ kind: "link", url: "https://example.org/a" });
  });

  test("a restricted indicator takes a document's number, date and holder, and no value", () => {
    const restricted = rules("number", { access: "restricted" });
    const reference = { reference_no: "12/ДСК", reference_on: "20.01.2027", reference_holder: "Адміністрація", declared: "on" };
    expect(post(reference, restricted).form).toMatchObject({ content: { kind: "missing", reason: "restricted" }, reference: { no: "12/ДСК", on: "2027-01-20" } });
    expect(post({ ...reference, value: "7" }, restricted).errors).toHaveProperty("reference_no");
    expect(post({}, restricted).errors).toHaveProperty("reference_no");
    expect(post({ ...reference, reference_on: "" }, restricted).errors).toHaveProperty("reference_on");
  });

  test("a fall asks for a word and can be sent without it; a running total's fall cannot", () => {
    const before = { previous: { periodKey: "2019", content: number("50") } };
    const stock = rules("number");
    const warned = post({ value: "40" }, { ...stock, ground: { ...stock.ground, ...before } });
    expect(warned.form?.warnings.map((warning) => warning.code)).toEqual(["fall_against_previous"]);
    const total = rules("number", { aggregation: "cumulative_entered" });
    expect(post({ value: "40" }, { ...total, ground: { ...total.ground, ...before } }).errors).toHaveProperty("correction_reason");
  });
});

test.each([
  ["24.11.2026", "2026-11-24"],
  ["2026-11-24", "2026-11-24"],
  ["01.10.2026", "2026-10-01"],
  ["29.02.2028", "2028-02-29"],
  ["29.02.2026", undefined],
  ["31.02.2026", undefined],
  ["завтра", undefined],
  ["", null],
])("a date typed as %j is %j", (typed, date) => expect(readTypedDate(typed)).toBe(date));

test("every message of the form is a sentence in both languages", () => {
  const refusals = ["12%", "1e3", "\u0661", "abc", "-", "1,2,3", "1".repeat(30)].flatMap((value) => Object.values(post({ value }, rules("number")).errors));
  const codes = [...refusals.flat(), ...Object.values(post({}, rules("number")).errors).flat()].filter((code) => code !== null);
  for (const language of ["uk", "en"] as const) {
    for (const code of codes) expect(messageText(translator(language), code)).not.toMatch(/^(entry|errors)\./);
    for (const code of ENTERED_REASONS) expect(translator(language)(`statuses.reason.${code}`)).not.toContain("statuses.");
  }
  expect(codes).toHaveLength(8);
});
