/** The plan of 2020–2022 read from its official document: the same as the plan that was typed by hand, field by field. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exactText } from "~/domain/exact";
import type { ValueText } from "~/domain/plan-document/value-text";
import type { PlanDraft } from "~/domain/plan-document/plan-draft";
import { readPlanDocument } from "~/domain/plan-document/read-plan";
import { readCsv } from "~/features/plan-import/read-csv.server";
import { readHtml } from "~/features/plan-import/read-html.server";
import { readWord } from "~/features/plan-import/read-word.server";
import { readWorkbook } from "~/features/plan-import/read-workbook.server";

interface TypedIndicator { code: string; name: { uk: string }; valueMode: string; value: { total: number | string | null; byYear: Record<string, number | string | null> } }
interface TypedMeasure {
  code: string;
  title: { uk: string };
  executors: { textInPlan: string; byConsent: boolean }[];
  funding: { type: string; unit: string; total: number | null; byYear: Record<string, number | null>; sources: { text: { uk: string } }[] };
  indicators: TypedIndicator[];
}
interface TypedPart { code: string; title: { uk: string }; goals?: TypedPart[]; tasks?: TypedPart[]; subtasks?: TypedPart[]; measures?: TypedMeasure[] }
const typed = JSON.parse(readFileSync("seeds/data/plan-2020-2022.json", "utf8")) as { plan: { years: number[] }; subsections: TypedPart[] };

const partsOf = (parts: readonly TypedPart[] = []): TypedPart[] => parts.flatMap((part) => [part, ...partsOf(part.goals), ...partsOf(part.tasks), ...partsOf(part.subtasks)]);
const typedMeasures = partsOf(typed.subsections).flatMap(({ measures = [] }) => measures);
const plain = (text: string) => text.replace(/\s+/g, " ").replace(/\s*\(за згодою\)/, "").trim();

const valueText = (value: ValueText | null): string | null => (value === null ? null : value.kind === "number" ? exactText(value.value) : value.kind === "yes_no" ? (value.value ? "так" : "ні") : plain(value.text));
const typedValue = (value: number | string | null) => (value === null ? null : typeof value === "number" ? String(value) : plain(value));

const fixture = (name: string) => readFileSync(`tests/fixtures/plan-documents/plan-2020-2022.${name}`);
const DRAFTS: readonly (readonly [string, PlanDraft])[] = await Promise.all([
  ["csv", async () => readCsv(fixture("csv"))] as const,
  ["html", async () => readHtml(fixture("html").toString("utf8"))] as const,
  ["docx as Word saves it", () => readWord(fixture("word.docx"))] as const,
  ["xlsx", () => readWorkbook(fixture("xlsx"))] as const,
  ["docx as LibreOffice saves it", () => readWord(fixture("libreoffice.docx"))] as const,
].map(async ([name, read]) => [name, readPlanDocument(await read())] as const));

describe.each(DRAFTS)("%s", (_name, draft) => {

  test("years, sections, goals, tasks and sub-tasks in their places", () => {
    expect(draft.years).toEqual(typed.plan.years);
    expect(draft.nodes.map(({ code, title }) => `${code} ${plain(title)}`)).toEqual(partsOf(typed.subsections).map(({ code, title }) => `${code} ${plain(title.uk)}`));
  });

  test("60 measures with their executors", () => {
    expect(draft.measures).toHaveLength(60);
    expect(draft.measures.map(({ code, title, executors }) => [code, plain(title), executors.map(({ text, byConsent }) => `${text}${byConsent ? " +" : ""}`)]))
      .toEqual(typedMeasures.map(({ code, title, executors }) => [code, plain(title.uk), executors.map(({ textInPlan, byConsent }) => `${plain(textInPlan)}${byConsent ? " +" : ""}`)]));
  });

  test("97 indicators with their values by year", () => {
    const found = draft.measures.flatMap(({ indicators }) => indicators);
    expect(found).toHaveLength(97);
    expect(found.map(({ code, name, values: { total, byYear } }) => [code, plain(name), valueText(total), draft.years.map((year) => valueText(byYear.get(year) ?? null))]))
      .toEqual(typedMeasures.flatMap(({ indicators }) => indicators).map(({ code, name, value }) => [code, plain(name.uk), typedValue(value.total), typed.plan.years.map((year) => typedValue(value.byYear[year] ?? null))]));
  });

  test("increments, levels, stages and yes or no; where it cannot be told it is asked", () => {
    const asked = new Set(draft.problems.filter(({ code }) => code === "mode_unclear").map(({ about }) => about));
    const modes = new Map(typedMeasures.flatMap(({ indicators }) => indicators).map(({ code, valueMode }) => [code, valueMode]));
    const wrong = draft.measures.flatMap(({ indicators }) => indicators).filter(({ code, mode }) => !asked.has(code) && mode !== modes.get(code)).map(({ code, mode }) => `${code} ${mode}`);
    expect(wrong).toEqual([]);
    expect([...asked]).toEqual(["4.2.2.1.2", "5.1.2.1.2", "6.2.1.1.2"]);
  });

  test("funding and its sources", () => {
    expect(draft.measures.map(({ code, funding }) => [code, funding === null ? null : funding.kind === "none" ? "none" : [funding.unit, funding.total && exactText(funding.total), ...draft.years.map((year) => (funding.byYear.get(year) ? exactText(funding.byYear.get(year)!) : null)), ...funding.sources]]))
      .toEqual(typedMeasures.map(({ code, funding: { type, unit, total, byYear, sources } }) => [code, type === "none_extra" ? "none" : [unit, typedValue(total), ...typed.plan.years.map((year) => typedValue(byYear[year] ?? null)), ...sources.map(({ text }) => text.uk)]]));
  });

  test("nothing else is doubtful", () => expect(draft.problems.filter(({ code }) => code !== "mode_unclear")).toEqual([]));
});
