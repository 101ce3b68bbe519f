/** What the rates of a scorecard rest on, and how verdicts differ from what was suggested (rules 10 i and 16). Pure. */
import { isShown } from "~/domain/coverage";
import type { PartScore } from "~/domain/part-scores";
import { printedParts } from "~/domain/printing";
import type { GradeSplit } from "~/domain/verdict-counts";
import type { Words } from "~/i18n/words";
import { printPart } from "./scorecard-words";

/** Parts of a rate that is withheld have counts alone. `showsDrafts`: to readers who see the drafts of every body. */
export function evidenceOf({ implementation: { counts, coverageState }, verdicts, achievedByGrade }: PartScore, showsDrafts: boolean, words: Words) {
  const { t } = words;
  const { total, above, below, aside } = verdicts.verdicts;
  const isJudged = total > 0;
  const splits = [
    { title: t("scorecard.restsOn.indicators", { count: counts.achieved }), of: achievedByGrade, over: counts.due, percents: isShown(coverageState) },
    { title: t("scorecard.restsOn.fully", { count: verdicts.fully.achieved }), of: verdicts.fullyByGrade, over: verdicts.due, percents: isShown(verdicts.coverageState) },
    { title: t("scorecard.restsOn.partly", { count: verdicts.fullyOrPartly.achieved }), of: verdicts.fullyOrPartlyByGrade, over: verdicts.due, percents: isShown(verdicts.coverageState) },
  ];
  return {
    splits: !isJudged ? [] : splits.filter(({ of }) => of.documents + of.independent + of.word > 0).map(({ title, of, over, percents }) => ({ title, parts: gradeParts(of, over, percents, words) })),
    lines: [
      ...(isJudged ? [t("scorecard.differing", { above, below, total }), ...(aside > 0 ? [t("scorecard.differingAside", { count: aside })] : [])] : []),
      ...(showsDrafts && verdicts.drafts > 0 ? [t("scorecard.draftVerdicts", { count: verdicts.drafts })] : []),
    ],
  };
}

/** Parts of the rate over the same denominator, so that they add up to it and not to a hundred. */
function gradeParts({ documents, independent, word }: GradeSplit, over: number, percents: boolean, { t, print }: Words) {
  const listed = [{ grade: "documents", count: documents, tone: "done" }, { grade: "independent", count: independent, tone: "part" }, { grade: "word", count: word, tone: "todo" }] as const;
  const printed = printedParts([documents, independent, word, over - documents - independent - word], 1);
  return listed.map(({ grade, count, tone }, index) => ({ label: t(`scorecard.restsOn.grade.${grade}`), count, tone, percent: percents && printed?.[index] ? printPart(printed[index].text, print) : "" }));
}
