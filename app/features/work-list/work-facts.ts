import type { Translate } from "~/i18n/catalogue";
import { printWithin } from "../indicator/print-within";
import type { ShownItem } from "./describe-work.server";

/** Last value and target of a row. A flow says what stretch each of the two is of: a month is not a year. */
export function workFacts({ last, target, span }: Pick<ShownItem, "last" | "target" | "span">, t: Translate): { label: string; value: string }[] {
  return [
    { label: t("home.last"), value: last === null ? t("home.noData") : printWithin(last.value, span, "value", t) },
    { label: t("home.target", { period: target?.periodKey ?? "" }), value: target === null ? t("home.noTarget") : printWithin(target.value, span, "year", t) },
  ];
}
