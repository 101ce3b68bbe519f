/** Evaluated measures in words: full and partial apart (rule 10 i, case C09), what is not known beside them. Pure. */
import { isShown } from "~/domain/coverage";
import type { MeasureStatus } from "~/domain/facts";
import { printedPercent } from "~/domain/printing";
import { verdictCoverage } from "~/domain/verdict-counts";
import { measurePath } from "~/features/plan/addresses";
import { countedStatus, STATUSES, statusCounts } from "~/features/public-site/verdict-tables";
import { provenance, type FormulaText } from "~/features/scorecard/formulas";
import { excludedByReason, titleOf } from "~/features/scorecard/scorecard-words";
import type { Words } from "~/i18n/words";
import type { Overview } from "./get-overview.server";

export interface StatusCount {
  /** null = not evaluated */
  status: MeasureStatus | null;
  count: number;
}

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
  /** measures of the period by where they stand, each leading to its page */
  lists: { status: MeasureStatus | null; measures: { code: string; title: string; href: string }[] }[];
  due: string;
  interim: { counts: StatusCount[]; title: string; of: string } | null;
  /** measures whose date is ahead, none of them judged yet */
  ahead: string | null;
}

/** What the card is drawn from; a scorecard, which is of one period, has no interim verdicts beside. */
export type CardSource = Pick<Overview, "answer" | "policy"> & { interim: Overview["interim"] | null };

export function verdictCard(overview: CardSource, words: Words): VerdictCard {
  const { answer: { scorecard }, policy } = overview;
  const { t, print } = words;
  const { verdicts } = scorecard.plan;
  const { fully, fullyOrPartly, low, high, missing, due, fullyByGrade } = verdicts;
  const { state } = verdictCoverage(verdicts, policy);
  const judged = print.of(due - missing, due);
  const judgedWords = t("leadership.judged", { of: judged });
  const range = missing === 0 || low === null || high === null ? null : print.percentRange(printedPercent(low), printedPercent(high));
  const rate = (share: typeof fully.rate) => (share === null ? "" : print.percent(printedPercent(share)));
  const shown = isShown(state);
  return {
    hero: shown ? { percent: rate(fully.rate), of: t("leadership.fully", { of: print.of(fully.achieved, due) }), withPartial: t("leadership.withPartial", { percent: rate(fullyOrPartly.rate), of: print.of(fullyOrPartly.achieved, due) }) } : null,
    state: due === 0 ? "nothing_due" : state,
    range,
    bounds: due === 0 || state === "no_data" ? null : range === null ? judgedWords : t("leadership.bounds", { range, of: judged }),
    judged: judgedWords,
    counts: due === 0 && scorecard.plan.verdicts.byStatus.suspended === undefined ? [] : statusCounts(overview.answer),
    byWord: fully.achieved === 0 ? null : t("leadership.byWord", { ...fullyByGrade }),
    formula: due === 0 ? null : formulaOf(overview, words),
    lists: listsOf(overview, words),
    due: t("leadership.measuresDue", { count: due }),
    ...interimOf(overview, words),
  };
}

function formulaOf({ answer, policy }: CardSource, words: Words): FormulaText {
  const { t, print } = words;
  const { verdicts } = answer.scorecard.plan;
  const { fully, fullyOrPartly, due, missing, byStatus } = verdicts;
  const { state } = verdictCoverage(verdicts, policy);
  const shown = isShown(state);
  const percent = (share: typeof fully.rate) => (share === null ? "" : print.percent(printedPercent(share)));
  const out = { suspended: byStatus.suspended ?? 0, no_longer_relevant: byStatus.no_longer_relevant ?? 0 };
  return {
    about: t("leadership.measures"),
    equation: `${t("leadership.formula.fully", { count: fully.achieved })} ÷ ${t("leadership.measuresDue", { count: due })} =`,
    result: shown ? percent(fully.rate) : t(`statuses.coverage.${state}`),
    items: [
      ...(shown ? [{ label: t("leadership.formula.withPartial"), value: `${print.of(fullyOrPartly.achieved, due)}, ${percent(fullyOrPartly.rate)}` }] : []),
      { label: t("scorecard.coverageHead"), value: `${t("leadership.judged", { of: print.of(due - missing, due) })}` },
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
  if (latest === null) return { interim: null, ahead: t("leadership.noInterim", { count: of }) };
  const counts = STATUSES.map((status) => ({ status, count: byStatus[status] ?? 0 })).filter(({ count }) => count > 0);
  return { interim: { counts, title: t("leadership.interim", { period: print.period(latest) }), of: t("leadership.interimOf", { of: print.of(judged, of) }) }, ahead: null };
}
