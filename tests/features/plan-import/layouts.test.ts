/** Plans in other layouts and wordings than the sample's: the right tree, or the exact problem. */
import { describe, expect, test } from "vitest";
import { exactText } from "~/domain/exact";
import { readPlanDocument } from "~/domain/plan-document/read-plan";
import type { PlanDraft } from "~/domain/plan-document/plan-draft";
import { readCsv } from "~/features/plan-import/read-csv.server";
import { readHtml } from "~/features/plan-import/read-html.server";

const html = (body: string): PlanDraft => readPlanDocument(readHtml(`<html><body>${body}</body></html>`));
const row = (...cells: string[]) => `<tr>${cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`)).join("")}</tr>`;
const wide = (text: string, columns: number) => row(`<td colspan="${columns}">${text}</td>`);
const table = (...rows: string[]) => `<table>${rows.join("")}</table>`;
/** "1.1.1 Захід [МВС]: а 1|2" */
const told = ({ measures }: PlanDraft) => measures.map(({ code, title, executors, deadline, indicators }) =>
  `${code} ${title} [${executors.map(({ text, byConsent, role }) => `${role === null ? "" : `${role} `}${text}${byConsent ? " +" : ""}`).join(", ")}]${deadline === null ? "" : ` ${deadline.kind} ${deadline.end ?? ""}`.trimEnd()}${indicators.map(({ name, values: { byYear } }) => `; ${name} ${[...byYear].map(([year, value]) => `${year}=${value.kind === "number" ? exactText(value.value) : value.kind === "yes_no" ? value.value : value.text}`).join(" ")}`.trimEnd()).join("")}`);
const problems = (draft: PlanDraft) => draft.problems.map(({ code, about, at, value }) => `${code} ${about ?? "-"} ${at === null ? "-" : `${at.table}/${at.row}/${at.column}`} ${value}`.trimEnd());

test("a deadline column, lead and co-executors apart, no years, numbered rows, a row that numbers the columns", () => {
  const draft = html(table(
    row("№ з/п", "Найменування заходу", "Строк виконання", "Головний виконавець", "Співвиконавці", "Індикатор виконання"),
    row("1", "2", "3", "4", "5", "6"),
    wide("Стратегічна ціль 1. Безпечний кордон", 6),
    row("1", "Затвердити порядок", "IV квартал 2026 р.", "МВС", "Мінфін, СБУ (за згодою)", "порядок затверджено"),
    row("2", "Навчати особовий склад", "щороку до 1 грудня", "Адміністрація Держприкордонслужби", "", "навчання проведено"),
    row("3", "Відновити пункти", "протягом строку дії воєнного стану", "Держмитслужба", "МВС", "пункти відновлено"),
  ));
  expect(draft.nodes.map(({ code, level, title }) => `${code} ${level} ${title}`)).toEqual(["1 goal Безпечний кордон"]);
  expect(told(draft)).toEqual([
    "1.1 Затвердити порядок [lead МВС, co Мінфін, co СБУ +] date 2026-12-31; порядок затверджено",
    "1.2 Навчати особовий склад [lead Адміністрація Держприкордонслужби] recurring; навчання проведено",
    "1.3 Відновити пункти [lead Держмитслужба, co МВС] event; пункти відновлено",
  ]);
});

test("several tables, headings as paragraphs between them, the heading row again at the head of the next page", () => {
  const head = row("Завдання", "Захід", "Показник", "Значення показника 2026 рік", "Відповідальні виконавці");
  const draft = html(`<p>ЗАТВЕРДЖЕНО</p><p>План заходів на 2026 рік</p>${table(head, row("1) перше", "Захід А", "а", "1", "МВС"))}<p>Ціль 2. Друга</p>${table(head, row("1) інше", "Захід Б", "б", "2", "ДМС"), row("", "", "в", "3", ""))}`);
  expect(draft.nodes.map(({ code, title, parentCode }) => `${code} ${title} < ${parentCode ?? "-"}`)).toEqual(["1 перше < -", "2 Друга < -", "2.1 інше < 2"]);
  expect(draft.measures.map(({ code, title, indicators }) => `${code} ${title}: ${indicators.map(({ name }) => name).join(", ")}`)).toEqual(["1.1 Захід А: а", "2.1.1 Захід Б: б, в"]);
});

test("a measure split over a page: an empty cell continues what stands above it in the next table too", () => {
  const head = row("Захід", "Індикатор", "Виконавці");
  const draft = html(table(head, row("Захід А", "а", "МВС")) + table(row("", "б", ""), row("Захід Б", "в", "ДМС")));
  expect(draft.measures.map(({ code, indicators }) => `${code}: ${indicators.map(({ name }) => name).join(", ")}`)).toEqual(["1: а, б", "2: в"]);
});

test("in English, amounts in thousands, three heading rows", () => {
  const draft = html(table(
    row('<td rowspan="3">Measure</td>', '<td rowspan="3">Indicator</td>', '<td colspan="3">Target value</td>', '<td rowspan="3">Responsible</td>', '<td colspan="3">Funding, thousand UAH</td>', '<td rowspan="3">Funding source</td>'),
    row('<td rowspan="2">total</td>', "2026", "2027", '<td rowspan="2">total</td>', "2026", "2027"),
    row(),
    row("Open a lane", "lanes", "5", "2", "3", "SBGS", "1 000,5", "400,5", "600", "state budget"),
  ));
  expect(draft.years).toEqual([2026, 2027]);
  expect(told(draft)).toEqual(["1 Open a lane [SBGS]; lanes 2026=2 2027=3"]);
  expect(draft.measures[0]?.funding).toMatchObject({ kind: "amount", unit: "thsd_uah", sources: ["state budget"] });
});

describe("what is doubtful is named with its place", () => {
  const problemsOf = (...rows: string[]) => problems(html(table(`<tr><td rowspan="2">Захід</td><td rowspan="2">Індикатор</td><td colspan="3">Значення індикатора</td><td rowspan="2">Виконавці</td></tr><tr><td>усього</td><td>2026</td><td>2027</td></tr>`, ...rows)));
  test.each<[string, string[], string[]]>([
    ["years that make neither the total nor its last", [row("А", "кількість", "10", "3", "4", "МВС")], ["total_differs 1.1 1/3/3 10"]],
    ["one year alone: an increment or a level", [row("А", "кількість", "5", "5", "", "МВС")], ["mode_unclear 1.1 1/3/3 5"]],
    ["a share never adds up", [row("А", "частка, відсотків", "90", "60", "90", "МВС")], []],
    ["a ditto mark with nothing above", [row("А", "кількість", "7", "3", "4", "-\"-")], ["ditto_without_above 1 1/3/6 -\"-"]],
    ["no executors", [row("А", "кількість", "7", "3", "4", "")], ["no_executors 1 1/3/1"]],
    ["a row that belongs to no measure", [row("", "кількість", "7", "3", "4", "МВС")], ["row_without_measure - 1/3/2 кількість"]],
  ])("%s", (_what, rows, expected) => expect(problemsOf(...rows)).toEqual(expected));

  test("a column nobody knows, a column that is missing, no table at all", () => {
    expect(problems(html(table(row("Захід", "Індикатор", "Примітка"), row("А", "а", "б"))))).toEqual(["column_unknown - 1/0/3 примітка", "column_missing - - executors"]);
    expect(problems(html("<p>Лист</p>"))).toEqual(["no_table - -"]);
  });
});

describe("CSV as it is met", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const titles = (file: Uint8Array) => readPlanDocument(readCsv(file)).measures.map(({ title, executors }) => `${title}: ${executors.map(({ text }) => text).join(", ")}`);
  test.each<[string, Uint8Array]>([
    ["semicolons", bytes('Захід;Індикатор;Виконавці\r\nВідкрити смугу;смуг;"МВС\nМЗС"\r\n')],
    ["commas and a byte-order mark", bytes('\ufeffЗахід,Індикатор,Виконавці\nВідкрити смугу,смуг,"МВС, МЗС"\n')],
    ["tabs", bytes("Захід\tІндикатор\tВиконавці\nВідкрити смугу\tсмуг\tМВС; МЗС\n")],
    ["Windows-1251", Uint8Array.from([..."Захід;Індикатор;Виконавці\nВідкрити смугу;смуг;МВС, МЗС\n"].map((sign) => codeIn1251(sign)))],
  ])("%s", (_what, file) => expect(titles(file)).toEqual(["Відкрити смугу: МВС, МЗС"]));
});

/** Letters of the alphabet as Windows-1251 keeps them. */
function codeIn1251(sign: string): number {
  const special: Record<string, number> = { і: 0xb3, І: 0xb2, ї: 0xbf, є: 0xba };
  const code = sign.codePointAt(0) ?? 0;
  return special[sign] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code);
}
