/** The challenge sheet in words: a line for each thing found; a file has them as a table. */
import type { ChallengeCode, ChallengeFinding, ChallengeItem, ChallengeSheet } from "~/domain/challenges";
import type { TotalKey } from "~/domain/edition-changes";
import { fromExactText, roundHalfAway } from "~/domain/exact";
import type { EvidenceGrade, MeasureStatus } from "~/domain/facts";
import { isPeriodKey } from "~/domain/periods";
import type { SumCode } from "~/domain/sums-check";
import { abbreviation } from "~/features/plan/print-measure";
import { column, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { PreparationRecord } from "~db/queries/editions";
import type { ScorecardAnswer } from "../scorecard/get-scorecard.server";
import { editionFileName, editionLabels } from "./edition-labels";
import { partName } from "./part-names";

export function challengesTable(edition: PreparationRecord, answer: ScorecardAnswer, words: Words): ReportTable {
  const { t } = words;
  return {
    name: editionFileName(edition, "challenges"),
    title: t("edition.challenge.title"),
    columns: [
      column("question", t("edition.challenge.questionHead")), column("severity", t("edition.challenge.severityHead"), "code"), column("code", t("common.code"), "code"),
      column("about", t("edition.challenge.aboutHead")), column("what", t("edition.challenge.whatHead")),
    ],
    rows: edition.challenges.findings.flatMap((finding) =>
      finding.items.map((item) => {
        const { code, about, what } = itemWords(finding, item, edition, answer, words);
        return { question: t(`edition.challenge.question.${finding.code}`), severity: finding.severity, code, about, what };
      })),
    notes: [t("edition.challenge.text")],
    labels: editionLabels(edition, words),
  };
}

/** One thing found: its code and name, where it is read, what is the matter with it. */
export function itemWords(finding: ChallengeFinding, item: ChallengeItem, edition: PreparationRecord, answer: ScorecardAnswer, words: Words) {
  const { code, title, href } = aboutOf(finding, item, edition, answer, words);
  return { code, about: title, ...(href && { href }), what: whatOf(finding.code, item, answer, words) };
}

/** What was looked at: "97 індикаторів", in the order of the sheet. */
export const checkedLines = ({ checked }: ChallengeSheet, { t, print }: Words): { question: string; of: string }[] =>
  checked.map(({ code, of }) => ({ question: t(`edition.challenge.question.${code}`), of: `${print.number(of)} ${t(`edition.challenge.checkedOf.${code}`)}` }));

function aboutOf({ code: question }: ChallengeFinding, { kind, id, code }: ChallengeItem, edition: PreparationRecord, answer: ScorecardAnswer, words: Words) {
  if (question === "totals_differ") return { code: null, title: words.t(`edition.total.${code as TotalKey}`), href: undefined };
  const name = partName(kind === "figure" ? (id === null ? "plan" : "node") : kind, id, kind === "figure" ? (answer.scorecard.tree.nodeById.get(id ?? "")?.fact.code ?? null) : code, edition, answer, words);
  return question === "totals_broken" ? { ...name, title: `${name.title}: ${words.t(`edition.challenge.sum.${code as SumCode}`)}` } : name;
}

function whatOf(question: ChallengeCode, { kind, id, said }: ChallengeItem, answer: ScorecardAnswer, { t, print }: Words): string {
  const words = { t, print };
  const figure = (text: string | null | undefined) => (text === null || text === undefined ? t("edition.nothing") : figureText(text, words));
  const body = () => abbreviation(answer.agencies, said.agency ?? null, words);
  const status = (code: string | null | undefined) => t(`statuses.measure.${code as MeasureStatus}`).toLocaleLowerCase(print.language);
  switch (question) {
    case "totals_broken":
      return t("edition.challenge.said.expectedFound", { expected: figure(said.expected), found: figure(said.found) });
    case "judged_by_executor":
      return t("edition.challenge.said.judgedBy", { agency: body() });
    case "coverage_low":
      return t("edition.challenge.said.coverage", { of: print.of(said.known ?? "0", said.due ?? "0"), percent: print.percent(said.coverage ?? "0") });
    case "suspension_undocumented":
      if (said.from === null || said.from === undefined) return t("edition.challenge.said.claimed");
      return said.to ? t("edition.challenge.said.suspendedTo", { from: print.date(said.from), to: print.date(said.to) }) : t("edition.challenge.said.suspended", { from: print.date(said.from) });
    case "word_alone":
      return `${status(said.status)}: ${t(`statuses.evidence.${said.grade as EvidenceGrade}`)}`;
    case "above_suggestion":
      return t("edition.challenge.said.above", { agency: body(), status: status(said.status), suggested: status(said.suggested) });
    case "target_lowered":
      return `${targetOf(said.of ?? null, words)}: ${t("edition.challenge.said.wasIs", { was: figure(said.was), is: said.is === null || said.is === undefined ? t("edition.challenge.said.gone") : figure(said.is) })}`;
    case "deadline_moved":
      return t("edition.challenge.said.wasIs", { was: print.date(said.was ?? ""), is: said.is ? print.date(said.is) : t("edition.challenge.said.noDeadline") });
    case "value_far_over":
      return t("edition.challenge.said.over", { value: figure(said.value), target: figure(said.target), percent: print.percent(said.percent ?? "0") });
    case "backlog":
      if (kind === "indicator" && id !== null) return t("edition.challenge.said.dueIn", { period: print.period(said.year ?? "") });
      return t("edition.challenge.said.carried", Object.fromEntries(Object.entries(said).map(([name, count]) => [name, print.number(count ?? "0")])) as Record<"carriedIn" | "cleared" | "dropped" | "suspended" | "added" | "carriedOut", string>);
    case "totals_differ":
      return t("edition.challenge.said.wasIs", { was: figure(said.was), is: figure(said.is) });
  }
}

/** "2026", a date, the plan's own total, or an open target. */
function targetOf(of: string | null, { t, print }: Words): string {
  if (of === null) return t("edition.challenge.said.openTarget");
  if (of === "total") return t("edition.challenge.said.wholeTotal");
  return isPeriodKey(of) ? print.period(of) : print.date(of);
}

const PLAIN = /^-?\d+(\.\d+)?(\/\d+)?$/;

/** A kept number by locale, a fraction to two decimals; "yes" and "12–16" as they are. */
function figureText(text: string, { t, print }: Words): string {
  if (text === "yes" || text === "no") return t(`common.${text}`);
  if (!PLAIN.test(text)) return text.split("–").every((each) => PLAIN.test(each)) ? text.split("–").map((each) => print.number(each)).join("–") : text;
  return text.includes("/") ? print.number(roundHalfAway(fromExactText(text), 2)) : print.number(text);
}
