/**
 * Progress as one would write it on paper: the division, what went into it, or the reason there is none
 * (rules 1–5, 8 and 14). Every number printed here is the one that was computed with.
 */
import type { Exact } from "~/domain/exact";
import type { Content, IndicatorFact, LocalText, Target } from "~/domain/facts";
import { figureOf } from "~/domain/indicator-types/registry";
import { printedPercent } from "~/domain/printing";
import type { Progress } from "~/domain/reading";
import { baselineContent } from "~/domain/target-relation";
import type { Words } from "~/i18n/words";
import { printBareFigure, printContent, printTarget } from "./print-content";

/** A figure with the way to it; `equation` null = nothing was divided, the items say why. */
export interface FormulaView {
  about: string;
  equation: string | null;
  result: string | null;
  items: { label: string; value: string }[];
}

interface ProgressFormulaInput {
  indicator: IndicatorFact;
  unit: LocalText | null;
  progress: Progress;
  actual: Content | null;
  target: Target | null;
  /** what the card is called: "шлях до цілі 2026" */
  about: string;
  /** when the target is for: "2026", "до кінця плану, 2030" */
  targetLabel: string;
}

const EQUALS = "\u00a0=";

/** The figure as it stands large on a page: "50,0 %", "утримано", or the reason there is none. */
export function printProgress(progress: Progress, { t, print }: Words): string {
  if (progress.raw !== null) return print.percent(printedPercent(progress.raw));
  if (progress.attainment !== null) return print.percent(printedPercent(progress.attainment));
  if (progress.hold !== null) return t(`statuses.hold.${progress.hold}`);
  if (progress.floor !== null) return t(`statuses.floor.${progress.floor}`);
  return t(`statuses.notComputable.${progress.notComputable ?? "no_value"}`);
}

/** What the figure is called beside it: progress, attainment without a baseline, hold, floor; flags after it. */
export function nameProgress(progress: Progress, { t }: Words): string {
  const name = progress.raw !== null
    ? t("indicator.wayToTarget")
    : progress.attainmentKind !== null ? t(`statuses.attainment.${progress.attainmentKind}`) : t("indicator.toTarget");
  return [name, ...progress.flags.map((flag) => t(`statuses.progressFlag.${flag}`))].join("; ");
}

export function progressFormula(input: ProgressFormulaInput, words: Words): FormulaView {
  const { t } = words;
  const { indicator, progress, actual, target, unit } = input;
  const baseline = baselineContent(indicator, target);
  const item = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  return {
    about: input.about,
    equation: equationOf(input, baseline, words),
    result: progress.raw === null && progress.attainment === null ? null : printProgress(progress, words),
    items: [
      ...item(t("indicator.actualLetter"), actual === null ? null : whole(printContent(actual, indicator, unit, words))),
      ...item(t("indicator.baselineLetter"), baseline === null ? t("indicator.noBaseline") : baselineWords(indicator, baseline, unit, words)),
      ...item(t("indicator.targetLetter"), target === null ? t("indicator.noTarget") : `${printTarget(target, indicator, unit, words)}, ${input.targetLabel}`),
      ...item(t("indicator.result"), progress.raw === null && progress.attainment === null ? printProgress(progress, words) : null),
      ...item(t("indicator.flags"), progress.flags.length === 0 ? null : progress.flags.map((flag) => t(`statuses.progressFlag.${flag}`)).join("; ")),
      ...item(t("formula.rounding"), t("formula.roundedOnce")),
    ],
  };
}

function equationOf({ indicator, progress, actual, target }: ProgressFormulaInput, baseline: Content | null, words: Words): string | null {
  const A = figureOf(indicator, actual);
  const T = figureOf(indicator, target?.content ?? null);
  if (A === null || T === null) return null;
  const bare = (figure: Exact) => printBareFigure(figure, indicator, words);
  if (progress.attainment !== null) return `${bare(A)} ÷ ${bare(T)}${EQUALS}`;
  const B = figureOf(indicator, baseline);
  if (progress.raw === null || B === null) return null;
  const subtracted = (from: Exact) => `(${bare(from)} − ${inBrackets(bare(B))})`;
  return `(A − B) ÷ (T − B)${EQUALS} ${subtracted(A)} ÷ ${subtracted(T)}${EQUALS} ${bare(A.sub(B))} ÷ ${inBrackets(bare(T.sub(B)))}${EQUALS}`;
}

/** "−5" is subtracted in brackets: 3 − (−5). */
const inBrackets = (printed: string) => (printed.startsWith("\u2212") ? `(${printed})` : printed);

const whole = ({ main, parts }: { main: string; parts: string | null }) => (parts === null ? main : `${main} (${parts})`);

function baselineWords(indicator: IndicatorFact, baseline: Content, unit: LocalText | null, words: Words): string {
  const printed = whole(printContent(baseline, indicator, unit, words));
  if (indicator.baseline?.content == null) return words.t("indicator.impliedBaseline", { value: printed });
  const { on, year } = indicator.baseline;
  const when = on !== null ? words.print.date(on) : year === null ? null : String(year);
  return when === null ? printed : `${printed}, ${when}`;
}
