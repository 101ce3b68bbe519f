import type { CalendarDate } from "~/domain/facts";
import type { Words } from "~/i18n/words";

/** "Відомо на кінець 15.04.2027" where a reading is of a day (rule 19), else its moment. */
export const knownAtWords = (knownAt: string, day: CalendarDate | null, { t, print }: Words): string =>
  day === null ? t("shell.reading.knownAt", { date: print.moment(knownAt) }) : t("shell.reading.knownAtEnd", { date: print.date(day) });
