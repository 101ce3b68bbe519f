/** One sentence or two that say what the chart shows, for those who do not see it. Pure. */
import { isLess } from "~/domain/exact";
import type { IndicatorFact, LocalText } from "~/domain/facts";
import { figureOf } from "~/domain/indicator-types/registry";
import { printedPercentFigure } from "~/domain/printing";
import type { Words } from "~/i18n/words";
import type { SeriesModel } from "~/ui/series-model";
import type { IndicatorFigures } from "./figures";
import { actualInLine, printActual } from "./print-actual";
import { printFigure, printTarget } from "./print-content";

export function seriesSummary(indicator: IndicatorFact, unit: LocalText | null, { latest, judged }: IndicatorFigures, gaps: SeriesModel["gaps"], words: Words): string {
  const { t, print } = words;
  const value = (dated: NonNullable<typeof latest.official>) => actualInLine(printActual(dated.actual, indicator, unit, words)) ?? "";
  const gap = gaps.at(-1);
  return [
    latest.official === null ? t("indicator.summary.none") : t("indicator.summary.value", { when: latest.official.when, value: value(latest.official) }),
    latest.provisional === null ? null : t("indicator.summary.provisional", { when: latest.provisional.when, value: value(latest.provisional) }),
    gap === undefined ? null : t("indicator.summary.gap", { when: `${print.date(gap.from)}–${print.date(gap.to)}`, reason: gap.reason.toLocaleLowerCase(print.language) }),
    targetWords(),
  ].filter((part) => part !== null).join(" ");

  function targetWords(): string | null {
    const target = judged?.target ?? null;
    if (judged === null || target === null) return null;
    const when = target.periodKey === null ? "" : print.ofPeriod(target.periodKey);
    if (judged.achieved === "achieved") return t("indicator.summary.reached", { when }).replace(/ +/g, " ");
    const [is, to] = [figureOf(indicator, judged.actual.label === "last_known" ? null : judged.actual.content), figureOf(indicator, target.content)];
    const isRising = is !== null && to !== null && isLess(is, to) && indicator.direction !== "decrease" && indicator.valueType !== "yes_no" && indicator.valueType !== "stages";
    if (isRising && judged.achieved === "not_achieved") {
      const short = to.sub(is);
      const printed = indicator.valueType === "percentage" ? print.points(printedPercentFigure(short)) : printFigure(short, indicator, unit, words);
      return t("indicator.summary.short", { when, value: printed }).replace(/ +/g, " ");
    }
    return t("indicator.summary.target", { when, value: printTarget(target, indicator, unit, words) }).replace(/ +/g, " ");
  }
}


