import type { LocalText } from "../../app/domain/facts";

/** What a reader must know of a plan's data before the first figure; said to people, not to programmers. */
export const PLAN_NOTES = {
  running: {
    uk: "Ілюстративні дані. Це не текст чинної Стратегії чи плану заходів: формулювання та майже всі числа вигадані. Справжні лише ті базові значення, біля яких названо публічне джерело.",
    en: "Illustrative data. This is not the text of any adopted strategy or plan: the wording and almost all numbers are invented. Only the baselines with a named public source are real.",
  },
  past: {
    uk: "Ілюстративні дані. З відкритих джерел узято лише будову таблиці та підсумкові числа за 2020 рік: 46 завдань (тут заходів) і 79 індикаторів зі строком, 51 досягнуто, 28 виконується. Решту вигадано.",
    en: "Illustrative data. Only the table layout and the headline for 2020 come from public reports: 46 tasks (measures here) and 79 indicators due, 51 achieved, 28 under way. The rest is invented.",
  },
  support: {
    uk: "Справжні дані: кожне значення оприлюднено в названому джерелі, формулювання наші. Базових значень і більшості цілей публічно не названо, тож їх немає і тут.",
    en: "Real data: every value was published in the source named; the wording is ours. Baselines and most targets were never published, so there are none here either.",
  },
} as const satisfies Record<string, LocalText>;
