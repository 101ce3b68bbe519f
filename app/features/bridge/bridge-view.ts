/** The page of a bridge in words and printed figures. Pure. */
import type { Bridge, BridgeStep } from "~/domain/bridge";
import { BRIDGE_FIGURES } from "~/domain/bridge-stands";
import { isShown } from "~/domain/coverage";
import { dayEndedAt } from "~/domain/dates";
import type { PeriodKey } from "~/domain/facts";
import { comparePeriods } from "~/domain/periods";
import { printedPercent } from "~/domain/printing";
import { goalParts } from "~/domain/scorecard";
import { editionPath } from "~/features/edition/addresses";
import { planPath, scorecardPath } from "~/features/plan/addresses";
import { knownAtWords } from "~/features/report/known-at";
import type { ReportTable } from "~/features/report/report-table";
import { footNoteOf, readingOf } from "~/features/scorecard/scorecard-page";
import { titleOf } from "~/features/scorecard/scorecard-words";
import type { Words } from "~/i18n/words";
import { bridgeSearch } from "./bridge-question";
import { bridgeTable, endName, itemsTable } from "./bridge-table";
import type { BridgeEnd, BridgeShown, OpenBridge } from "./get-bridge.server";

/** One bar: a whole figure, or a piece from what was before it to what is after it. Places in per cent of the axis. */
export interface BridgeBar {
  key: string;
  label: string;
  value: string;
  kind: "whole" | "rise" | "fall" | "same";
  from: string;
  to: string;
}

export interface StepView {
  code: BridgeStep["step"];
  name: string;
  about: string;
  piece: string;
  count: string;
  items: ReportTable;
}

export function bridgeView(open: OpenBridge, words: Words) {
  const { t, print } = words;
  const { question, from, to, bridge, barred, editions } = open;
  const { plan, version } = to.answer;
  const search = bridgeSearch(question);
  const here = `${planPath(plan.code)}/bridge`;
  const goals = goalParts(to.answer.scorecard).flatMap(({ nodeId }) => to.answer.scorecard.tree.nodeById.get(nodeId ?? "")?.fact ?? []);
  return {
    planCode: plan.code,
    planTitle: titleOf(version.title, words),
    illustrative: plan.illustrative,
    title: t("bridge.title"),
    about: aboutOf(open, words),
    from: endView(from, words),
    to: endView(to, words),
    barred: barred === null ? null : t(`bridge.barred.${barred}`),
    /** how much is known may be told of a figure that is withheld */
    instead: barred === "withheld" && question.figure === "achieved" ? here + bridgeSearch({ ...question, figure: "coverage" }) : null,
    summary: bridge === null ? null : summaryOf(bridge, words),
    bars: bridge === null ? [] : barsOf(open, bridge, words),
    table: bridge === null ? null : bridgeTable(open, words),
    steps: bridge === null ? [] : bridge.steps.filter(({ items }) => items.length > 0).map((step): StepView => ({
      code: step.step, name: t(`bridge.step.${step.step}`), about: t(`bridge.about.${step.step}`), piece: print.points(step.piece, { signed: true }),
      count: t(question.figure === "fully" || question.figure === "fully_or_partly" ? "common.measures" : "common.indicators", { count: step.items.length }), items: itemsTable(open, words, step),
    })),
    csv: { steps: `${here}.csv${search}`, items: `${here}/items.csv${search}` },
    footNote: footNoteOf(to.answer, words),
    choice: {
      figure: question.figure, goal: question.goal,
      figures: BRIDGE_FIGURES.map((value) => ({ value, label: t(`bridge.figure.${value}`) })),
      goals: goals.map(({ code, title }) => ({ value: code, label: `${code}. ${titleOf(title, words)}` })),
      editions: editions.map(({ code, no, periodKey, ceiling }) => ({ value: code, label: t("bridge.editionChoice", { code, no, period: print.period(periodKey), ceiling: t(`statuses.access.${ceiling}`) }) })),
      periods: periodsOf(open).map((value) => ({ value, label: print.period(value) })),
      from: { edition: question.from.edition ?? "", period: from.answer.scorecard.periodKey }, to: { edition: question.to.edition ?? "", period: to.answer.scorecard.periodKey },
    },
  };
}

export type BridgeView = ReturnType<typeof bridgeView>;

/** Years of the plan, and whatever shorter period a side or an edition is of; the latest first. */
function periodsOf({ years, editions, from, to }: OpenBridge): PeriodKey[] {
  const keys = [...years, ...editions.map(({ periodKey }) => periodKey), from.answer.scorecard.periodKey, to.answer.scorecard.periodKey];
  return [...new Set(keys)].sort((a, b) => comparePeriods(b, a));
}

/** "Досягнуті індикатори, ціль 1". */
function aboutOf({ question: { figure, goal } }: OpenBridge, { t }: Words): string {
  return goal === null ? t(`bridge.figure.${figure}`) : t("bridge.ofGoal", { figure: t(`bridge.figure.${figure}`), code: goal });
}

/** The figure as its own page prints it: withheld, its interval stands in its place (rule 11). */
function endView(end: BridgeEnd, words: Words) {
  const { print, t } = words;
  const { edition, answer, shown } = end;
  const reading = readingOf(answer, words);
  return {
    name: endName(end, words),
    href: edition === null ? scorecardPath(answer.plan.code, answer.scorecard.periodKey) + answer.asked : editionPath(edition.release.code),
    reading: edition === null ? reading : { ...reading, more: [knownAtWords(edition.knownAt, dayEndedAt(edition.knownAt), words)] },
    plan: t("formula.planVersion", { no: answer.version.structure.versionNo, date: print.date(answer.version.structure.inForceFrom) }),
    percent: shown?.value != null && isShown(shown.state) ? print.percent(printedPercent(shown.value)) : null,
    instead: shown === null ? t("bridge.noPart") : shown.due === 0 ? t("scorecard.nothingDue") : isShown(shown.state) ? null : withheldWords(shown, words),
    of: shown === null || shown.due === 0 ? null : print.of(shown.counted, shown.due),
  };
}

function withheldWords({ state, low, high }: BridgeShown, { t, print }: Words): string {
  const range = state === "no_data" || low === null || high === null ? null : print.percentRange(printedPercent(low), printedPercent(high));
  return [range, t(`statuses.coverage.${state}`)].filter((words) => words !== null).join(", ");
}

/** "48,0 % → 78,5 %, +30,5 в. п.: вибуло з плану +32,0; …" */
function summaryOf({ from, to, steps }: Bridge, { t, print }: Words): string {
  const moved = steps.filter(({ isMoved }) => isMoved);
  const ends = { from: print.percent(from.printed), to: print.percent(to.printed) };
  if (moved.length === 0) return t("bridge.same", ends);
  return t("bridge.summary", { ...ends, pieces: moved.map(({ step, piece }) => `${t(`bridge.step.${step}`)} ${print.signed(piece)}`).join("; ") });
}

function barsOf({ from, to }: OpenBridge, bridge: Bridge, words: Words): BridgeBar[] {
  const { t, print } = words;
  const whole = (end: BridgeEnd, printed: string, key: string): BridgeBar => ({ key, label: endName(end, words), value: print.percent(printed), kind: "whole", from: "0", to: printed });
  let at = bridge.from.printed;
  const pieces = bridge.steps.map(({ step, piece, printedAfter, isMoved }): BridgeBar & { isMoved: boolean } => {
    const bar = { key: step, label: t(`bridge.step.${step}`), value: print.signed(piece), kind: piece === "0.0" ? "same" : piece.startsWith("-") ? "fall" : "rise", from: at, to: printedAfter, isMoved } as const;
    at = printedAfter;
    return bar;
  });
  return [whole(from, bridge.from.printed, "from"), ...pieces.filter(({ isMoved }) => isMoved).map(({ isMoved: _moved, ...bar }) => bar), whole(to, bridge.to.printed, "to")];
}
