/** A value in words, or the reason why there is none: one printing for every page of reporting. */
import type { Content, LocalText, Missing } from "~/domain/facts";
import type { Words } from "~/i18n/words";
import { printContent, type PrintedIndicator } from "../indicator/print-content";

/** "41,7 % (78 із 187)", "етап 2 із 4 (назва)", "немає даних". */
export function printValue(content: Content | Missing, indicator: PrintedIndicator, unit: LocalText | null, words: Words): string {
  if (content.kind === "missing") return words.t(`statuses.reason.${content.reason}`);
  const { main, parts } = printContent(content, indicator, unit, words);
  return parts === null ? main : `${main} (${parts})`;
}

/** "щонайменше 20" on a published value. */
export function printQualified(printed: string, qualifier: string | null, words: Words): string {
  return qualifier === "at_least" ? words.t("statuses.actual.at_least", { value: printed }) : printed;
}
