/** Evaluated measures in words: full and partial apart (rule 10 i, case C09), what is not known beside them. Pure. */
import { isShown } from "~/domain/coverage";
import type { MeasureStatus } from "~/domain/facts";
import type { InterimVerdicts } from "~/domain/interim-verdicts";
import { printedPercent } from "~/domain/printing";
import { bridgeTo } from "~/features/bridge/bridge-question";
import { measurePath } from "~/features/plan/addresses";
import type { Words } from "~/i18n/words";
import { provenance, type FormulaText } from "./formulas";
import type { ScorecardAnswer } from "./get-scorecard.server";
import { countedStatus, STATUSES, statusCounts, type StatusCount } from "./measure-statuses";
import { excludedByReason, titleOf } from "./scorecard-words";

export interface VerdictCard {
  /** null: nothing due, or nothing evaluated, as `state` says */
  hero: { percent: string; of: string; withPartial: string } | null;
  state: "final" | "preliminary" | "withheld" | "no_data" | "nothing_due";
  /** of the full rate, where it is known within bounds only */
  range: string | null;
  bounds: string | null;
  judged: string;
  counts: StatusCount[];
  byWord: string | null;
  formula: FormulaText | null;
  /** where there is a rate to compare */
  bridgeHref: string | null;
  /** measures of the period by where they stand, each leading to its page */
  lists: { status: MeasureStatus | null; measures: { code: string; title: string; href: string }[] }[];
  due: string;
  interim: { counts: StatusCount[]; title: string; of: string } | null;
  /** measures whose date is ahead, none of them judged yet */
  ahead: string | null;
}

/** What the card is drawn from; a scorecard, which is of one period, has no interim verdicts beside. */
interface CardSource {
  answer: ScorecardAnswer;
  interim: InterimVerdicts | null;
}

export function verdictCard(source: CardSource, words: Words): VerdictCard {
  const { scorecard } = source.answer;
  const { t, print } = words;
  const { verdicts } = scorecard.plan;
  const { fully, fullyOrPartly, low, high, missing, due, fullyByGrade, coverageState: state } = verdicts;
  const judged = print.of(due - missing, due);
  const judgedWords = t("scorecard.evaluated.judged", { of: judged });
  const range = missing === 0 || low === null || high === null ? null : print.percentRange(printedPercent(low), printedPercent(high));
  const rate = (share: typeof fully.rate) => (share === null ? "" : print.percent(printedPercent(share)));
  const shown = isShown(state);
  return {
    hero: shown ? { percent: rate(fully.rate), of: t("scorecard.evaluated.fully", { of: print.of(fully.achieved, due) }), withPartial: t("scorecard.evaluated.withPartial", { percent: rate(fullyOrPartly.rate), of: print.of(fullyOrPartly.achieved, due) }) } : null,
    state: due === 0 ? "nothing_due" : state,
    range,
    bounds: due === 0 || state === "no_data" ? null : range === null ? judgedWords : t("scorecard.evaluated.bounds", { range, of: judged }),
    judged: judgedWords,
    counts: due === 0 && verdicts.byStatus.suspended === undefined ? [] : statusCounts(source.answer),
    byWord: fully.achieved === 0 ? null : t("scorecard.evaluated.byWord", { ...fullyByGrade }),
    formula: due === 0 ? null : formulaOf(source, words),
    bridgeHref: shown ? bridgeTo(source.answer.question, "fully") : null,
    lists: listsOf(source, words),
    due: t("scorecard.evaluated.measuresDue", { count: due }),
    ...interimOf(source, words),
  };
}

function formulaOf({ answer }: CardSource, words: Words): FormulaText {
  const { t, print } = words;
  const { verdicts } = answer.scorecard.plan;
  const { fully, fullyOrPartly, due, missing, byStatus, coverageState: state } = verdicts;
  const shown = isShown(state);
  const percent = (share: typeof fully.rate) => (share === null ? "" : print.percent(printedPercent(share)));
  const out = { suspended: byStatus.suspended ?? 0, no_longer_relevant: byStatus.no_longer_relevant ?? 0 };
  return {
    about: t("scorecard.evaluated.measures"),
    equation: `${t("scorecard.evaluated.formula.fully", { count: fully.achieved })} ÷ ${t("scorecard.evaluated.measuresDue", { count: due })} =`,
    result: shown ? percent(fully.rate) : t(`statuses.coverage.${state}`),
    items: [
      ...(shown ? [{ label: t("scorecard.evaluated.formula.withPartial"), value: `${print.of(fullyOrPartly.achieved, due)}, ${percent(fullyOrPartly.rate)}` }] : []),
      { label: t("scorecard.coverageHead"), value: t("scorecard.evaluated.judged", { of: print.of(due - missing, due) }) },
      ...(out.suspended + out.no_longer_relevant > 0 ? [{ label: t("formula.excluded"), value: excludedByReason(out, 0, words).join("; ") }] : []),
      { label: t("formula.weights"), value: t("formula.noWeights") },
      ...provenance(answer, words),
    ],
  };
}

function listsOf({ answer: { scorecard, plan, askedHere } }: CardSource, words: Words): VerdictCard["lists"] {
  const listed = scorecard.measures.flatMap((reading) => {
    const fact = scorecard.tree.measureById.get(reading.measureId)?.fact;
    const isCounted = reading.state === "due" || (reading.state === "excluded" && reading.exclusion === "suspended");
    const status = countedStatus(reading, scorecard.verdictOf.get(reading.measureId));
    return fact === undefined || status === undefined || !isCounted ? [] : [{ status, measure: { code: fact.code, title: titleOf(fact.title, words), href: measurePath(plan.code, fact.code) + askedHere } }];
  });
  return [...STATUSES, null].map((status) => ({ status, measures: listed.filter((each) => each.status === status).map(({ measure }) => measure) })).filter(({ measures }) => measures.length > 0);
}

function interimOf({ interim }: CardSource, { t, print }: Words): Pick<VerdictCard, "interim" | "ahead"> {
  const { byStatus, judged, of, latest } = interim ?? { byStatus: {}, judged: 0, of: 0, latest: null };
  if (of === 0) return { interim: null, ahead: null };
  if (latest === null) return { interim: null, ahead: t("scorecard.evaluated.noInterim", { count: of }) };
  const counts = STATUSES.map((status) => ({ status, count: byStatus[status] ?? 0 })).filter(({ count }) => count > 0);
  return { interim: { counts, title: t("scorecard.evaluated.interim", { period: print.period(latest) }), of: t("scorecard.evaluated.interimOf", { of: print.of(judged, of) }) }, ahead: null };
}
