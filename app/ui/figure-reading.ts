/** A figure with all that travels beside it, as a bar draws it and a sentence says it. */
import type { Format } from "~/i18n/formatter";
import type { Translate } from "~/i18n/catalogue";

/** All percentages are printed figures: plain decimal strings, rounded once by the domain ("64.6"). */
export type FigureReading = KnownReading | UnknownReading;

export interface KnownReading {
  state: "final" | "preliminary" | "withheld";
  /** null only where withheld */
  value: string | null;
  low: string;
  high: string;
  /** by weight; drawn as the lane under the bar */
  coverage: string;
  reported: number;
  due: number;
  /** the parts of an implementation rate; null for an average */
  achieved: number | null;
  /** rate with partially implemented ones, drawn lighter after the value */
  withPartial?: string;
}

export interface UnknownReading {
  state: "no_data" | "suspended" | "not_yet_due" | "nothing_due" | "restricted";
  due: number;
  /** act and date of a suspension, first due date, document of a restricted value */
  note?: string;
}

export const isKnown = (reading: FigureReading): reading is KnownReading =>
  reading.state === "final" || reading.state === "preliminary" || reading.state === "withheld";

/** The figure itself in words: "64,6 %", "70,0 % попередньо", "30,0–96,7 %", "немає даних". */
export function figureWords(reading: FigureReading, t: Translate, print: Format): string {
  if (!isKnown(reading)) return t(`statuses.fact.${reading.state}`).toLocaleLowerCase(print.language);
  if (reading.state === "withheld" || reading.value === null) return print.percentRange(reading.low, reading.high);
  const percent = print.percent(reading.value);
  if (reading.state === "preliminary") return t("formula.preliminaryText", { percent });
  return reading.withPartial === undefined ? percent : t("formula.fully", { percent });
}

/** What stands beside it: parts, interval, coverage, or why there is nothing. */
export function figureBeside(reading: FigureReading, t: Translate, print: Format): string[] {
  if (!isKnown(reading)) {
    const none = reading.state === "no_data" ? t("formula.noDataText", { of: print.of(0, reading.due) }) : null;
    return [none, reading.note].filter((words): words is string => Boolean(words));
  }
  const reported = t("formula.reported", { of: print.of(reading.reported, reading.due) });
  if (reading.state === "withheld") return [t("formula.withheldText", { of: print.of(reading.reported, reading.due) })];
  return [
    reading.achieved === null ? null : print.of(reading.achieved, reading.due),
    reading.withPartial === undefined ? null : t("formula.withPartial", { percent: print.percent(reading.withPartial) }),
    // an interval of one point says nothing that the figure does not
    reading.low === reading.high ? null : t("formula.bounds", { range: print.percentRange(reading.low, reading.high) }),
    reported,
  ].filter((words): words is string => words !== null);
}

/** The whole sentence, for screen readers and tests. */
export function figureSentence(reading: FigureReading, t: Translate, print: Format): string {
  return [figureWords(reading, t, print), ...figureBeside(reading, t, print)].join(", ");
}
