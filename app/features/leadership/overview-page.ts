/** The page of those who lead in words and printed figures: every number of it comes from one overview. Pure. */
import { isShown } from "~/domain/coverage";
import { dueDay } from "~/domain/due-state";
import { ratio } from "~/domain/exact";
import { printedPercent } from "~/domain/printing";
import type { Light } from "~/domain/reading";
import { LIGHTS } from "~/features/indicator/indicator-state";
import { bridgeTo } from "~/features/bridge/bridge-question";
import { overviewPath, planPath, scorecardPath } from "~/features/plan/addresses";
import { implementationFigure } from "~/features/scorecard/figures";
import { implementationFormula } from "~/features/scorecard/formulas";
import { backlogOf, footNoteOf, nextLinesOf, paceOf, readingOf } from "~/features/scorecard/scorecard-page";
import { titleOf } from "~/features/scorecard/scorecard-words";
import { verdictCard } from "~/features/scorecard/verdict-card";
import type { Words } from "~/i18n/words";
import { csvPath, listPath } from "./addresses";
import { heatMap } from "./agency-goals-view";
import type { Overview } from "./get-overview.server";
import { moreFacts } from "./more-facts";
import { problemRows } from "./problem-rows";
import { trendModel } from "./trend-view";

export function overviewPage(overview: Overview, words: Words) {
  const { t, print } = words;
  const { answer, edition, years } = overview;
  const { scorecard, plan, version, asked } = answer;
  const { periodKey } = scorecard;
  const reading = readingOf(answer, words);
  return {
    planCode: plan.code,
    planTitle: titleOf(version.title, words),
    title: t("leadership.titleOf", { period: print.period(periodKey) }),
    illustrative: plan.illustrative,
    period: periodKey,
    reading: { ...reading, more: edition === null ? reading.more : [...reading.more, t("leadership.edition", { no: edition.no, code: edition.code })] },
    footNote: footNoteOf(answer, words),
    indicators: indicatorsCard(overview, words),
    measures: verdictCard(overview, words),
    problems: { rows: problemRows(overview, words), all: overview.problems.length === 0 ? null : t("leadership.problems.all", { count: overview.problems.length }) },
    map: heatMap(overview, words),
    backlog: backlogOf(answer, words),
    more: moreFacts(overview, words),
    trend: trendModel(overview, words),
    years: years.map((year) => ({ year, href: overviewPath(plan.code, year) + asked })),
    links: { plan: planPath(plan.code) + answer.askedHere, scorecard: scorecardPath(plan.code, periodKey) + asked },
    csv: { problems: csvPath(answer, "problems"), bodies: csvPath(answer, "bodies"), reporting: csvPath(answer, "reporting"), years: csvPath(answer, "years") },
  };
}

export type OverviewView = ReturnType<typeof overviewPage>;

function indicatorsCard(overview: Overview, words: Words) {
  const { t, print } = words;
  const { answer } = overview;
  const { implementation } = answer.scorecard.plan;
  const { counts } = implementation;
  const figure = implementationFigure(implementation);
  const reported = ratio(counts.reported, counts.due);
  const list = (state: Light | "due" | "any") => listPath(answer, { state });
  const pace = counts.notYetDue > 0 ? paceOf(answer) : null;
  return {
    figure,
    /** the interval, where it says more than the figure; why the figure is withheld */
    bounds: !("low" in figure) || figure.low === figure.high ? null : figure.state === "withheld" ? t("leadership.withheld", { of: print.of(counts.due - counts.missing, counts.due) }) : t("formula.bounds", { range: print.percentRange(figure.low, figure.high) }),
    of: counts.due === 0 ? null : print.of(counts.achieved, counts.due),
    listHref: list(counts.due > 0 ? "due" : "any"),
    bridgeHref: isShown(implementation.coverageState) ? bridgeTo(answer.question, "achieved") : null,
    listWords: t("scorecard.toList", { count: counts.due > 0 ? counts.due : counts.notYetDue }),
    reported: reported && t("leadership.reported", { of: print.of(counts.reported, counts.due), percent: print.percent(printedPercent(reported)) }),
    awaiting: counts.awaitingVerification > 0 ? t("scorecard.awaitingWords", { count: counts.awaitingVerification }) : null,
    notDue: notDueLine(overview, words),
    nextLines: counts.due === 0 ? [] : nextLinesOf(answer, words),
    formula: implementationFormula(answer, implementation, t("leadership.indicators"), words),
    pace: pace && { lights: LIGHTS.map((light) => ({ light, count: { on_track: pace.onTrack, behind: pace.behind, at_risk: pace.atRisk }[light], href: list(light) })), none: pace.none },
  };
}

/** How many are ahead, and when the first of them falls due. */
function notDueLine({ answer: { scorecard }, today }: Overview, { t, print }: Words): string | null {
  const { due, notYetDue } = scorecard.plan.implementation.counts;
  if (notYetDue === 0) return null;
  if (due > 0) return t("leadership.alsoNotDue", { count: notYetDue });
  const days = scorecard.readings.flatMap((reading) => {
    const measure = scorecard.tree.measureById.get(reading.measureId ?? "")?.fact ?? null;
    return reading.due === "not_yet_due" && reading.target !== null ? (dueDay(reading.target, measure) ?? []) : [];
  });
  const first = days.filter((on) => on >= today).sort()[0];
  return first === undefined ? t("leadership.notDueAtAll", { count: notYetDue }) : t("leadership.notDue", { count: notYetDue, date: print.date(first) });
}
