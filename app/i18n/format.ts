/**
 * How figures, dates and periods are printed in each language. Figures arrive already rounded, as plain
 * decimal strings ("64.6", calculation rules, rule 12); nothing here rounds or computes.
 */
import { printMonth, printOfMonth } from "./months";
import type { Language } from "./language";
import { unitAfter } from "./unit-forms";

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";
const EN_DASH = "\u2013";
const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** "1234.5" → "1 234,5" / "1,234.5"; the sign of a negative is U+2212. Throws RangeError on anything else. */
export function printNumber(language: Language, decimal: string): string {
  const [, sign, whole, part] = PLAIN_DECIMAL.exec(decimal) ?? [];
  if (whole === undefined) throw new RangeError(`not a plain decimal: ${decimal}`);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "uk" ? NO_BREAK_SPACE : ",");
  const mark = language === "uk" ? "," : ".";
  return `${sign ? MINUS : ""}${grouped}${part === undefined ? "" : mark + part}`;
}

/** With its sign always: "+32,0", "−6,1"; zero has none. */
export function printSigned(language: Language, decimal: string): string {
  const isPositive = !decimal.startsWith("-") && /[1-9]/.test(decimal);
  return (isPositive ? "+" : "") + printNumber(language, decimal);
}

/** "64.6" → "64,6 %" / "64.6%". Accepts "<0.1" and ">99.9" of rule 13. */
export function printPercent(language: Language, decimal: string): string {
  const edge = /^[<>]/.exec(decimal)?.[0] ?? "";
  const figure = edge + printNumber(language, decimal.slice(edge.length));
  return language === "uk" ? `${figure}${NO_BREAK_SPACE}%` : `${figure}%`;
}

/** "64.6", "69.6" → "64,6–69,6 %" (unit once); one figure when both are the same. */
export function printPercentRange(language: Language, low: string, high: string): string {
  if (low === high) return printPercent(language, low);
  return `${printNumber(language, low)}${EN_DASH}${printPercent(language, high)}`;
}

/** "40", "60" → "40–60". */
export function printRange(language: Language, low: string, high: string): string {
  return low === high ? printNumber(language, low) : `${printNumber(language, low)}${EN_DASH}${printNumber(language, high)}`;
}

/** A difference of percentages: "3,5 в. п." / "3.5 pp"; with its sign where it is a change: "+3,5 в. п.". */
export function printPoints(language: Language, decimal: string, { signed = false } = {}): string {
  const unit = language === "uk" ? `в.${NO_BREAK_SPACE}п.` : "pp";
  return `${(signed ? printSigned : printNumber)(language, decimal)}${NO_BREAK_SPACE}${unit}`;
}

/** "51 із 79" / "51 of 79": always "із", it reads well before any number. */
export function printOf(language: Language, part: string | number, whole: string | number): string {
  const word = language === "uk" ? "із" : "of";
  return [printNumber(language, String(part)), word, printNumber(language, String(whole))].join(NO_BREAK_SPACE);
}

/** A figure with its unit after it: "12 од.", "45 %", "3 пункти пропуску". */
export function printWithUnit(language: Language, decimal: string, unit: string | null): string {
  if (unit === "%") return printPercent(language, decimal);
  return unit ? `${printNumber(language, decimal)}${NO_BREAK_SPACE}${unitAfter(language, decimal, unit)}` : printNumber(language, decimal);
}

/** "2026-11-24" → "24.11.2026" / "24 November 2026". */
export function printDate(language: Language, date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  if (language === "uk") return `${day}.${month}.${year}`;
  return [String(Number(day)), printMonth("en", Number(month)), year].join(NO_BREAK_SPACE);
}

/** The end of a due date: "24.11.2026, 23:59 за Києвом" / "24 November 2026, 23:59 Kyiv time". */
export function printDueDate(language: Language, date: string): string {
  return `${printDate(language, date)}, ${printKyivTime(language, "23:59")}`;
}

/** "23:59" → "23:59 за Києвом" / "23:59 Kyiv time". */
function printKyivTime(language: Language, time: string): string {
  return `${time}${NO_BREAK_SPACE}${language === "uk" ? `за${NO_BREAK_SPACE}Києвом` : `Kyiv${NO_BREAK_SPACE}time`}`;
}

// Europe/Kiev is the older name of Europe/Kyiv: the same zone, and every browser in use knows it.
const kyivClock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Kiev", year: "numeric", month: "2-digit", day: "2-digit",
  hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
});

/**
 * A moment (ISO instant) by the Kyiv clock: "12.10.2026, 14:35 за Києвом"; with seconds for receipts.
 * `zone: false` leaves the words out where a page has said them once.
 */
export function printMoment(language: Language, instant: string, options: { seconds?: boolean; zone?: boolean } = {}): string {
  const part = Object.fromEntries(kyivClock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const time = `${part.hour}:${part.minute}${options.seconds ? `:${part.second}` : ""}`;
  const date = printDate(language, `${part.year}-${part.month}-${part.day}`);
  return `${date}, ${options.zone === false ? time : printKyivTime(language, time)}`;
}

const ROMAN = ["", "I", "II", "III", "IV"];

/** "2026" → "2026 рік" / "2026"; "2026-Q3" → "III квартал 2026" / "Q3 2026"; also halves and months. */
export function printPeriod(language: Language, key: string): string {
  const [year = "", part = ""] = key.split("-");
  const no = Number(part.replace(/^[HQ]/, ""));
  const uk = language === "uk";
  if (part === "") return uk ? `${year}${NO_BREAK_SPACE}рік` : year;
  const name = part.startsWith("Q")
    ? uk ? `${ROMAN[no]}${NO_BREAK_SPACE}квартал` : `Q${no}`
    : part.startsWith("H")
      ? uk ? `${ROMAN[no]}${NO_BREAK_SPACE}півріччя` : `H${no}`
      : printMonth(language, no);
  return `${name}${NO_BREAK_SPACE}${year}`;
}

/** The period after a noun: "ціль 2026 року", "III кварталу 2026 року"; English has one form. */
export function printOfPeriod(language: Language, key: string): string {
  const [year = "", part = ""] = key.split("-");
  if (language === "en") return printPeriod(language, key);
  const ofYear = `${year}${NO_BREAK_SPACE}року`;
  if (part === "") return ofYear;
  const name = /^[QH]/.test(part) ? printPeriod(language, key).replace(/квартал/, "кварталу").slice(0, -year.length - 1) : printOfMonth(language, Number(part));
  return `${name}${NO_BREAK_SPACE}${ofYear}`;
}
