/** What else to know, a line each: timeliness, outcomes, verdicts against the suggestion, disruptions, changes. Pure. */
import { canonicalText } from "~/domain/canonical";
import { kyivDateOf } from "~/domain/dates";
import type { DisruptionInForce } from "~/domain/disruptions-in-force";
import { totalsThatDiffer, type Total } from "~/domain/edition-changes";
import { quotedFigures } from "~/domain/edition-figures";
import { countTimeliness, type TimelinessCounts } from "~/domain/measure-timeliness";
import { reportingByAgency, reportingOf } from "~/domain/reporting-timeliness";
import type { LocalText } from "~/domain/facts";
import { editionPath } from "~/features/edition/addresses";
import { bridgeTo } from "~/features/bridge/bridge-question";
import { abbreviation } from "~/features/plan/print-measure";
import type { Words } from "~/i18n/words";
import type { Overview } from "./get-overview.server";

export interface ShownDisruption {
  reach: string | null;
  isSuspension: boolean;
  what: LocalText;
  /** "від 24.02.2022, Указ Президента України № 64/2022" */
  when: string;
}

export interface Changes {
  words: string;
  code: string | null;
  href: string | null;
  /** where there is a difference to split */
  bridgeHref: string | null;
  lines: string[];
}

export function moreFacts(overview: Overview, words: Words) {
  const { t } = words;
  const { outcomes, verdicts: { verdicts } } = overview.answer.scorecard.plan;
  const { knownAt } = overview.answer.scorecard.label;
  const reporting = reportingOf(overview.obligations, knownAt);
  return {
    timeliness: reporting.owed === 0 ? t("leadership.more.timelinessNone") : t("leadership.more.timelinessOf", { ...reporting }),
    ofMeasures: measuresByDate(overview, words),
    outcomes: outcomes.total === 0 ? null : t("leadership.more.outcomesOf", { met: outcomes.met, onTrack: outcomes.onTrack, behind: outcomes.behind, regressing: outcomes.regressing, noData: outcomes.noData, total: outcomes.total }),
    against: verdicts.total === 0 ? t("leadership.more.againstNone") : t("leadership.more.againstOf", { above: verdicts.above, below: verdicts.below, total: verdicts.total }),
    bodies: reportingByAgency(overview.obligations, knownAt).map(({ agencyId, onTime, owed }) => `${abbreviation(overview.answer.agencies, agencyId, words)} ${words.print.of(onTime, owed)}`),
    disruptions: overview.disruptions.map((each) => shownDisruption(each, words)),
    changes: changesOf(overview, words),
  };
}

/** By the extended date, the original one beside where it says otherwise; null while no date has passed and nothing is done. */
function measuresByDate({ answer: { scorecard: { timeliness } } }: Overview, { t }: Words): string | null {
  const [original, extended] = [countTimeliness(timeliness, "original"), countTimeliness(timeliness, "extended")];
  const told = ({ on_time: onTime, late, overdue }: TimelinessCounts) => ({ onTime, late, overdue });
  const isTold = (counts: TimelinessCounts) => Object.values(told(counts)).some((count) => count > 0);
  if (!isTold(original) && !isTold(extended)) return null;
  const words = t("leadership.more.measuresByDate", told(extended));
  return canonicalText(told(original)) === canonicalText(told(extended)) ? words : `${words}; ${t("leadership.more.byOriginalDate", told(original))}`;
}

function shownDisruption({ what, legalBasis, from, to, effects, measures, indicators }: DisruptionInForce, { t, print }: Words): ShownDisruption {
  const reach = [measures > 0 ? t("common.measures", { count: measures }) : null, indicators > 0 ? t("common.indicators", { count: indicators }) : null].filter(Boolean).join(", ");
  const when = to === null ? t("leadership.more.since", { date: print.date(from) }) : t("leadership.more.fromTo", { from: print.date(from), to: print.date(to) });
  return { reach: reach || null, isSuspension: effects.some((effect) => effect !== "gap"), what, when: `${when}, ${legalBasis ?? t("leadership.more.noAct")}` };
}

const CHANGES_SHOWN = 4;

/** Since the last edition, by the figures an edition is quoted by; another basis is another question. */
function changesOf({ edition, answer: { scorecard, question } }: Overview, words: Words): Changes {
  const { t, print } = words;
  const { label } = scorecard;
  if (edition === null) return { words: t("leadership.more.first"), code: null, href: null, bridgeHref: null, lines: [] };
  const { code } = edition;
  const head = { code, href: editionPath(code), bridgeHref: bridgeTo(question, null, { edition: code }) };
  if (edition.basis !== label.basis || label.includesProvisional) return { ...head, words: t("leadership.more.otherBasis", { code }), lines: [] };
  const totals = totalsThatDiffer(edition.figures, quotedFigures(scorecard));
  if (totals.length === 0) return { ...head, bridgeHref: null, words: t("leadership.more.same", { code }), lines: [] };
  const more = totals.length - CHANGES_SHOWN;
  return {
    ...head,
    words: t("leadership.more.from", { code, date: print.date(kyivDateOf(edition.releasedAt)) }),
    lines: [...totals.slice(0, CHANGES_SHOWN).map((total) => changed(total, words)), ...(more > 0 ? [t("leadership.more.moreChanges", { count: more })] : [])],
  };
}

const changed = ({ key, was, is }: Total, { t, print }: Words): string => {
  const printed = (figure: string | null) => (figure === null ? "—" : print.number(figure));
  return t("leadership.more.changed", { name: t(`edition.total.${key}`), was: printed(was), is: printed(is) });
};
