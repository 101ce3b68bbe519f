import type { MeasureStatus } from "../../app/domain/facts";
import { seedNumber } from "../seed-id";

/** What evaluators write of a status, why they differ, and what bodies remark. */
const TEXTS: Record<MeasureStatus | "differs" | "remarks", readonly string[]> = {
  implemented: ["Остаточні цілі досягнуто, підтвердні документи відповідають заявленому.", "All final targets were reached; the acts of acceptance were checked."],
  partially_implemented: ["Частину роботи завершено; решта потребує додаткового часу.", "Part of the work is complete and in use; the rest has been contracted."],
  in_progress: ["Робота триває; остаточних цілей ще не досягнуто.", "Проміжні результати підтверджено, наступний етап розпочато.", "Work goes on; interim results were confirmed."],
  not_started: ["Підтверджених результатів за період немає.", "Preparatory steps only; no measurable result yet."],
  not_implemented: ["Строк минув, остаточних цілей не досягнуто.", "The date has passed without the final targets being reached."],
  suspended: ["Роботи зупинено згідно з актом."],
  cannot_be_assessed: ["Значення за період не подано, тому оцінити захід неможливо.", "No verified value for the period, so the measure cannot be assessed."],
  no_longer_relevant: ["Захід виключено змінами до плану."],
  differs: [
    "Числа свідчать про інше, ніж документи: обсяг робіт за актами відрізняється від заявленого.",
    "Значення формально вказує на іншу оцінку, однак результат ще не введено в дію.",
    "The figures alone suggest otherwise; the documents show how far the work has really come.",
  ],
  remarks: [
    "Просимо врахувати, що роботи за останній місяць періоду ще не відображено в актах.",
    "Не погоджуємося: частину результату передано іншому органу за рішенням робочої групи.",
  ],
};

/** The same names choose the same text. */
export function textOf(what: MeasureStatus | "differs" | "remarks", ...names: string[]): string {
  const texts = TEXTS[what];
  return texts[seedNumber(texts.length, "text", what, ...names)] ?? "";
}
