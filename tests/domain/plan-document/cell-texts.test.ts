/** What the cells of an official plan say: deadlines, executors, ditto marks, in the spellings met in documents. */
import { describe, expect, test } from "vitest";
import { readDeadline } from "~/domain/plan-document/deadline-text";
import { isDitto } from "~/domain/plan-document/ditto";
import { readExecutors } from "~/domain/plan-document/executor-text";

describe("deadlines", () => {
  const told = (cell: string) => {
    const read = readDeadline(cell);
    if (read === null) return "none";
    return read.kind === "recurring" ? [read.kind, read.every, read.by, read.end].filter((each) => each !== null).join(" ") : [read.kind, read.end].filter((each) => each !== null).join(" ");
  };
  test.each([
    ["31.12.2025", "date 2025-12-31"], ["до 31 грудня 2025 р.", "date 2025-12-31"], ["до\u00a01\u00a0березня 2024\u00a0року", "date 2024-03-01"], ["1.3.2024", "date 2024-03-01"],
    ["2025", "date 2025-12-31"], ["2025 рік", "date 2025-12-31"], ["протягом 2025 р.", "date 2025-12-31"], ["до кінця 2025 року", "date 2025-12-31"],
    ["2023—2025 роки", "date 2025-12-31"], ["2023-2025 рр.", "date 2025-12-31"], ["2020, 2021, 2022 роки", "date 2022-12-31"],
    ["I квартал 2024 р.", "date 2024-03-31"], ["І квартал 2024 р.", "date 2024-03-31"], ["ІІ квартал 2024 року", "date 2024-06-30"], ["ІІІ кв. 2024", "date 2024-09-30"],
    ["IV квартал 2024 р.", "date 2024-12-31"], ["1 квартал 2024", "date 2024-03-31"], ["перший квартал 2024 року", "date 2024-03-31"], ["I—III квартали 2024 року", "date 2024-09-30"],
    ["ІІ – ІV квартали 2024 року", "date 2024-12-31"], ["I півріччя 2024 р.", "date 2024-06-30"], ["друге півріччя 2024 року", "date 2024-12-31"],
    ["грудень 2024 р.", "date 2024-12-31"], ["вересень — листопад 2024 р.", "date 2024-11-30"], ["лютий 2024 року", "date 2024-02-29"], ["лютий 2023 року", "date 2023-02-28"], ["жовтень 2026", "date 2026-10-31"],
    ["щороку до 1 березня", "recurring year 03-01"], ["щороку, до 15 лютого 2027 р.", "recurring year 02-15 2027-02-15"], ["щоквартально", "recurring quarter"], ["щомісяця", "recurring month"], ["двічі на рік", "recurring half_year"],
    ["щороку протягом 2026-2030 років", "recurring year 2030-12-31"],
    ["постійно", "permanent"], ["на постійній основі", "permanent"],
    ["протягом строку дії воєнного стану", "event"], ["протягом шести місяців після припинення воєнного стану", "event"], ["у тримісячний строк з дня набрання чинності Законом", "event"], ["до прийняття відповідного акта", "event"],
    ["31 лютого 2024 року", "event"], ["за потреби", "event"], ["", "none"], [" — ", "none"],
  ])("%j: %s", (cell, expected) => expect(told(cell)).toBe(expected));

  test("the words are kept as they stand", () => expect(readDeadline("протягом  строку дії\nвоєнного стану")).toEqual({ kind: "event", raw: "протягом строку дії воєнного стану", end: null }));
});

describe("executors", () => {
  const told = (cell: string) => readExecutors(cell).map(({ text, byConsent, role }) => `${role === null ? "" : `${role}: `}${text}${byConsent ? " (consent)" : ""}`);
  test.each<[string, string[]]>([
    ["МВС\nМінфін\nАдміністрація Держприкордонслужби", ["МВС", "Мінфін", "Адміністрація Держприкордонслужби"]],
    ["МВС, Мінфін; Держмитслужба", ["МВС", "Мінфін", "Держмитслужба"]],
    ["СБУ (за згодою), МЗС", ["СБУ (consent)", "МЗС"]],
    ["АТ «Укрзалізниця»\n(за\u00a0згодою)\nМЗС", ["АТ «Укрзалізниця» (consent)", "МЗС"]],
    ["облдержадміністрації (Волинська, Львівська), МВС", ["облдержадміністрації (Волинська, Львівська)", "МВС"]],
    ["головний виконавець — Держмитслужба\nспіввиконавці: МВС, Мінфін", ["lead: Держмитслужба", "co: МВС", "co: Мінфін"]],
    ["МВС (головний), СБУ (за згодою)", ["lead: МВС", "СБУ (consent)"]],
    ["Відповідальний виконавець: ДМС;\nНацполіція.", ["lead: ДМС", "co: Нацполіція"]],
    ["", []], ["(за згодою)", []],
  ])("%j", (cell, expected) => expect(told(cell)).toEqual(expected));
});

describe("ditto marks", () => {
  test.each(['-"-', "—“—", "- „ -", "-//-", '"-"', '"', "»", "те саме", "Так само", "–\u00a0″\u00a0–", '-"-"-', "-,,-"])("%j is one", (text) => expect(isDitto(text)).toBe(true));
  test.each(["", "-", "—", "0", "«Шлях»", "те саме, що вище, крім МВС", "- 5 -"])("%j is none", (text) => expect(isDitto(text)).toBe(false));
});
