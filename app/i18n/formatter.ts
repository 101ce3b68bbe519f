import * as format from "./format";
import type { Language } from "./language";

/** Everything of format.ts, bound to one language: `formatter("uk").percent("64.6")` = "64,6 %". */
export function formatter(language: Language) {
  return {
    language,
    number: (decimal: string | number) => format.printNumber(language, String(decimal)),
    signed: (decimal: string) => format.printSigned(language, decimal),
    percent: (decimal: string) => format.printPercent(language, decimal),
    percentRange: (low: string, high: string) => format.printPercentRange(language, low, high),
    range: (low: string, high: string) => format.printRange(language, low, high),
    points: (decimal: string, options?: { signed?: boolean }) => format.printPoints(language, decimal, options),
    of: (part: string | number, whole: string | number) => format.printOf(language, part, whole),
    withUnit: (decimal: string, unit: string | null) => format.printWithUnit(language, decimal, unit),
    date: (date: string) => format.printDate(language, date),
    dueDate: (date: string) => format.printDueDate(language, date),
    moment: (instant: string, options?: { seconds?: boolean; zone?: boolean }) => format.printMoment(language, instant, options),
    period: (key: string) => format.printPeriod(language, key),
    ofPeriod: (key: string) => format.printOfPeriod(language, key),
  };
}

export type Format = ReturnType<typeof formatter>;
