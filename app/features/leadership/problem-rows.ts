/** The worst problems in words: what is wrong, whose it is, what stands in the way, what is next. Pure. */
import type { IndicatorReading, Light } from "~/domain/reading";
import { printedPercent } from "~/domain/printing";
import type { Problem, ProblemKind } from "~/domain/problems";
import { isCounted } from "~/domain/read-value";
import { printActual } from "~/features/indicator/print-actual";
import { printTarget } from "~/features/indicator/print-content";
import { reasonWord, whyNoValue } from "~/features/indicator/why-missing";
import { indicatorPath, measurePath } from "~/features/plan/addresses";
import { abbreviation } from "~/features/plan/print-measure";
import { column, fileNameOf, type ReportTable } from "~/features/report/report-table";
import { labelsOf } from "~/features/scorecard/scorecard-tables";
import { titleOf } from "~/features/scorecard/scorecard-words";
import { OBSTACLES } from "~/features/value/value-input";
import type { Words } from "~/i18n/words";
import { PROBLEMS_SHOWN, type Overview } from "./get-overview.server";

export interface ProblemRow {
  href: string;
  title: string;
  /** owner, value against target, what stands in the way, how late, pace: in this order */
  said: string;
  kind: ProblemKind;
  light: Light | null;
  next: string;
  others: { words: string; href: string } | null;
}

export function problemRows(overview: Overview, words: Words): ProblemRow[] {
  const { t, print } = words;
  const { plan, askedHere } = overview.answer;
  return overview.problems.slice(0, PROBLEMS_SHOWN).map((problem) => ({
    href: indicatorPath(plan.code, problem.indicator.code) + askedHere,
    title: titleOf(problem.indicator.name, words),
    said: [ownersOf(overview, problem, words), whatIsWrong(overview, problem, words), obstacleOf(overview, problem, words), overdueOf(problem, words), paceOf(problem.reading, words)].filter(Boolean).join(" · "),
    kind: problem.kind,
    light: problem.reading.pace?.light ?? null,
    next: problem.next === null ? t("leadership.problems.noNext") : t(`leadership.problems.next.${problem.next.what}`, { date: print.date(problem.next.on) }),
    others: problem.others === 0 || problem.measure === null ? null : { words: t("leadership.problems.others", { count: problem.others }), href: measurePath(plan.code, problem.measure.code) + askedHere },
  }));
}

const ownersOf = ({ answer }: Overview, { ownerIds }: Problem, words: Words): string => ownerIds.map((id) => abbreviation(answer.agencies, id, words)).join(", ") || "—";

/** "12 проти 18", "не подано": bare figures, as the name tells what they are of and words would have to agree with them. */
function whatIsWrong({ answer }: Overview, { reading, indicator }: Problem, words: Words): string | null {
  const { t } = words;
  if (!isCounted(reading.actual)) {
    const why = whyNoValue(reading.actual, answer.scorecard.label.includesProvisional);
    return reasonWord(why ?? "not_reported", t);
  }
  const { main } = printActual(reading.actual, indicator, null, words);
  if (main === null || reading.target === null) return main;
  return t("leadership.problems.against", { value: main, target: printTarget(reading.target, indicator, null, words) });
}

function obstacleOf({ obstacles }: Overview, { indicator }: Problem, { t }: Words): string | null {
  const code = OBSTACLES.find((each) => each === obstacles.get(indicator.id));
  return code === undefined ? null : t(`entry.obstacle.${code}`);
}

const overdueOf = ({ missedOn }: Problem, { t, print }: Words): string | null => (missedOn === null ? null : t("leadership.problems.overdue", { date: print.date(missedOn) }));

/** While the year runs; once it is over, the value beside its target says the same. */
const paceOf = ({ pace, due }: IndicatorReading, { t, print }: Words): string | null =>
  pace === null || due === "due" ? null : t("leadership.problems.pace", { progress: print.number(printedPercent(pace.progress)), expected: print.percent(printedPercent(pace.expected)) });

/** Every problem as a file, in the order of the page; obstacles of those that the page shows. */
export function problemsTable(overview: Overview, words: Words): ReportTable {
  const { t } = words;
  const { answer } = overview;
  return {
    name: `${fileNameOf(answer.plan.code)}-${fileNameOf(answer.scorecard.periodKey)}-problems`,
    title: t("leadership.problems.title"),
    columns: [
      column("code", t("common.code"), "code"), column("name", t("plan.indicator")), column("measure", t("leadership.problems.measureHead"), "code"),
      column("owner", t("leadership.problems.ownerHead")), column("kind", t("leadership.problems.kindHead"), "code"), column("reason", t("common.reason")),
      column("obstacle", t("leadership.problems.obstacleHead"), "code"), column("progress", t("leadership.problems.progressHead"), "percent"),
      column("expected", t("scorecard.expectedPercent"), "percent"), column("overdue", t("leadership.problems.overdueHead"), "date"),
      column("next", t("leadership.problems.nextHead"), "date"), column("next_what", t("leadership.problems.nextWhatHead"), "code"),
      column("others", t("leadership.problems.othersHead"), "number"),
    ],
    rows: overview.problems.map((problem) => ({
      code: problem.indicator.code, name: titleOf(problem.indicator.name, words), measure: problem.measure?.code ?? null,
      owner: ownersOf(overview, problem, words), kind: problem.kind, reason: whatIsWrong(overview, problem, words),
      obstacle: overview.obstacles.get(problem.indicator.id) ?? null,
      progress: problem.reading.pace === null ? null : printedPercent(problem.reading.pace.progress),
      expected: problem.reading.pace === null ? null : printedPercent(problem.reading.pace.expected),
      overdue: problem.missedOn, next: problem.next?.on ?? null, next_what: problem.next?.what ?? null, others: String(problem.others),
    })),
    notes: [],
    labels: labelsOf(answer, words),
  };
}
