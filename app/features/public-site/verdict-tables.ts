/** Verdicts on measures as tables: how many stand where, which measure has which. Pure. */
import type { MeasureStatus } from "~/domain/facts";
import type { MeasureReading } from "~/domain/measures-due";
import { printedParts } from "~/domain/printing";
import type { VerdictReading } from "~/domain/verdict-readings";
import { measurePath } from "~/features/plan/addresses";
import { abbreviation, fullName } from "~/features/plan/print-measure";
import { column, fileNameOf, type ReportRow, type ReportTable } from "~/features/report/report-table";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import { chooseText } from "~/i18n/choose-text";
import type { PublicWords } from "~/i18n/public-words.server";
import type { PublicEdition } from "./public-edition";

/** From everything done to nothing, then what is not on that way. */
export const STATUSES: readonly MeasureStatus[] = [
  "implemented", "partially_implemented", "in_progress", "not_started", "not_implemented", "suspended", "cannot_be_assessed", "no_longer_relevant",
];

/** A final verdict was given in the period; without one there are no rates to show, not rates of nothing. */
export const isEvaluated = ({ scorecard }: ScorecardAnswer) => scorecard.plan.verdicts.verdicts.total > 0;

/** Statuses that measures of the period have, each with its count; null = not evaluated. */
export function statusCounts({ scorecard }: ScorecardAnswer): { status: MeasureStatus | null; count: number }[] {
  const { byStatus, notEvaluated } = scorecard.plan.verdicts;
  const counted = STATUSES.map((status) => ({ status, count: byStatus[status] ?? 0 }));
  return [...counted, { status: null, count: notEvaluated }].filter(({ count }) => count > 0);
}

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
      share: { value: null, shown: shares?.[index] === undefined ? "" : shareText(shares[index].text, print) },
    })),
    notes: [],
    labels: [],
  };
}

const shareText = (text: string, print: PublicWords["print"]) => (/^[<>]/.test(text) ? `${text[0]} ${print.percent(text.slice(1))}` : print.percent(text));

/** What a measure counts as in the period; undefined = nothing of it is asked for. */
export function countedStatus({ state, exclusion }: Pick<MeasureReading, "state" | "exclusion">, verdict: VerdictReading | undefined): MeasureStatus | null | undefined {
  if (state === "excluded" && exclusion === "suspended") return "suspended";
  return state === "due" || verdict?.status != null ? (verdict?.status ?? null) : undefined;
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
      const lead = fact.executors.find(({ role }) => role === "lead");
      return [{
        title: { value: title.text, href: measurePath(answer.plan.code, fact.code), lang: title.language === print.language ? undefined : title.language, detail: [fact.code, abbreviation(agencies, lead?.agencyId ?? null, words)].join(" · ") },
        code: fact.code, lead: lead === undefined ? null : fullName(agencies, lead.agencyId, words),
        status: { value: status, shown: status === null ? t("statuses.notYetEvaluated") : t(`statuses.measure.${status}`) },
        grade: verdict?.grade == null ? null : { value: verdict.grade, shown: t(`statuses.evidence.${verdict.grade}`) },
        by_executor: verdict?.byExecutor.flatMap(({ agencyId, final }) => (final === null ? [] : [`${abbreviation(agencies, agencyId, words)}: ${final.status}`])).join("; ") || null,
      }];
    }),
    notes: [],
    labels: [],
  };
}
