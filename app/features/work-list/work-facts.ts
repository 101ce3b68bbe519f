import type { Translate } from "~/i18n/catalogue";
import type { ShownItem } from "./describe-work.server";

/** Last value and target of a row. A flow says what stretch each of the two is of: a month is not a year. */
export function workFacts({ last, target, span }: Pick<ShownItem, "last" | "target" | "span">, t: Translate): { label: string; value: string }[] {
  const within = (value: string, stretch: NonNullable<typeof span> | "year") => (span === null ? value : t(`home.within.${stretch}`, { value }));
  return [
    { label: t("home.last"), value: last === null ? t("home.noData") : within(last.value, span ?? "year") },
    { label: t("home.target", { period: target?.periodKey ?? "" }), value: target === null ? t("home.noTarget") : within(target.value, "year") },
  ];
}
