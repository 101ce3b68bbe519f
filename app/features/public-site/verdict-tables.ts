/** Verdicts on measures as tables: how many stand where, which measure has which. Pure. */
import { printedParts } from "~/domain/printing";
import { leadOf } from "~/domain/structure";
import { measurePath } from "~/features/plan/addresses";
import { abbreviation, fullName } from "~/features/plan/print-measure";
import { column, fileNameOf, type ReportRow, type ReportTable } from "~/features/report/report-table";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import { countedStatus, statusCounts } from "~/features/scorecard/measure-statuses";
import { printPart } from "~/features/scorecard/scorecard-words";
import { chooseText } from "~/i18n/choose-text";
import type { PublicWords } from "~/i18n/public-words.server";
import type { PublicEdition } from "./public-edition";

export function statusTable(answer: ScorecardAnswer, { t, p, print }: PublicWords): ReportTable {
  const counts = statusCounts(answer);
  const shares = printedParts(counts.map(({ count }) => count), 1);
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(answer.scorecard.periodKey)}-statuses`,
    title: p("scorecard.evaluationsOf", { period: print.period(answer.scorecard.periodKey) }),
    columns: [column("status", p("scorecard.statusHead"), "code"), column("count", p("scorecard.countHead"), "number"), column("share", t("scorecard.share"), "text", "page")],
    rows: counts.map(({ status, count }, index) => ({
      status: { value: status ?? "not_evaluated", shown: status === null ? t("statuses.notYetEvaluated") : t(`statuses.measure.${status}`) },
      count: String(count),
      share: { value: null, shown: shares?.[index] === undefined ? "" : printPart(shares[index].text, print) },
    })),
    notes: [],
    labels: [],
  };
}

/** Every measure that counts in the period, in list order, with its joint status. */
export function verdictsTable({ answer }: PublicEdition, words: PublicWords): ReportTable {
  const { t, p, print } = words;
  const { scorecard, agencies } = answer;
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(scorecard.periodKey)}-verdicts`,
    title: p("scorecard.evaluationsOf", { period: print.period(scorecard.periodKey) }),
    columns: [
      column("title", t("plan.measure")), column("code", t("common.code"), "code", "file"), column("lead", t("plan.lead"), "text", "file"),
      column("status", p("scorecard.statusHead"), "code"), column("grade", p("scorecard.gradeHead"), "code"),
      column("by_executor", p("measure.byExecutor"), "text", "file"),
    ],
    rows: scorecard.measures.flatMap((reading): ReportRow[] => {
      const fact = scorecard.tree.measureById.get(reading.measureId)?.fact;
      const verdict = scorecard.verdictOf.get(reading.measureId);
      const status = countedStatus(reading, verdict);
      if (fact === undefined || status === undefined) return [];
      const title = chooseText(fact.title, print.language);
      const lead = leadOf(fact);
      return [{
        title: { value: title.text, href: measurePath(answer.plan.code, fact.code), lang: title.language === print.language ? undefined : title.language, detail: [fact.code, abbreviation(agencies, lead?.agencyId ?? null, words)].join(" · ") },
        code: fact.code, lead: lead === null ? null : fullName(agencies, lead.agencyId, words),
        status: { value: status, shown: status === null ? t("statuses.notYetEvaluated") : t(`statuses.measure.${status}`) },
        grade: verdict?.grade == null ? null : { value: verdict.grade, shown: t(`statuses.evidence.${verdict.grade}`) },
        by_executor: verdict?.byExecutor.flatMap(({ agencyId, final }) => (final === null ? [] : [`${abbreviation(agencies, agencyId, words)}: ${final.status}`])).join("; ") || null,
      }];
    }),
    notes: [],
    labels: [],
  };
}
