/** An edition or a preparation in words and printed figures: every number of it is the one that was kept. */
import type { ChallengeCode, ChallengeFinding } from "~/domain/challenges";
import { asOfMoment, asRecorded, kyivDateOf } from "~/domain/dates";
import type { LocalText } from "~/domain/facts";
import { basisDate } from "~/domain/scorecard";
import { bridgePath } from "~/features/bridge/bridge-question";
import { scorecardPath } from "~/features/plan/addresses";
import { editionAddress, inLanguage, publicHref } from "~/features/public-site/public-addresses";
import type { ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { FigureReading } from "~/ui/figure-reading";
import type { Text } from "~db/queries/content";
import type { EditionRecord, PreparationRecord } from "~db/queries/editions";
import type { ScorecardAnswer } from "../scorecard/get-scorecard.server";
import { editionPath, preparationPath } from "./addresses";
import { checkedLines, itemWords } from "./challenges-table";
import { changesTable } from "./changes-table";
import { editionFiguresTable, preparationFiguresTable } from "./figures-table";
import type { OpenEdition } from "./get-edition.server";
import type { OpenPreparation } from "./get-preparation.server";
import { keptAverage, keptImplementation } from "./kept-figure";
import { askedOf } from "./part-names";

export interface SheetView {
  findings: { code: ChallengeCode; severity: ChallengeFinding["severity"]; items: { key: string; code: string | null; href?: string; about: string; what: string }[] }[];
  checked: { question: string; of: string }[];
}

export interface ForewordView {
  text: LocalText;
  /** of the one language that was removed where the other has none */
  purged: { actNo: string; actOn: string } | null;
}

export type EditionView = ReturnType<typeof headOf> & {
  figures: ReportTable;
  foreword: ForewordView | null;
  sheet: SheetView | null;
  changes: ReportTable | null;
  check: { isSame: boolean; isHashOther: boolean; differences: string[]; more: number } | null;
  links: { href: string; label: string; note?: string; isOutside?: boolean }[];
};

const headOf = (record: PreparationRecord, words: Words) => {
  const { id, planCode, planTitle, illustrative, periodKey, ceiling, basis, versionNo, inForceFrom, rulesVersion, knownAt, inputHash, preparedBy, preparedAt, release, figures } = record;
  return {
    id, planCode, planTitle, illustrative, periodKey, ceiling, versionNo, inForceFrom, rulesVersion, knownAt, inputHash, preparedAt, preparedBy: preparedBy.name,
    reading: {
      basis, includesProvisional: false, ceiling, basisDate: basisDate({ basis, periodKey, today: kyivDateOf(knownAt) }, { inForceFrom }),
      more: [words.t("shell.reading.knownAt", { date: words.print.moment(knownAt) })],
    },
    release: release && { code: release.code, no: release.no, at: release.at, by: release.by.name, audit: release.audit, isFirst: release.changes === null },
    implementation: keptImplementation(figures.plan.implementation) satisfies FigureReading,
    average: keptAverage(figures),
    averageOnly: averageOnly(figures, words),
  };
};

/** An average over some of what is due is said to be so, beside the figure. */
function averageOnly({ averageProgress }: PreparationRecord["figures"], { t, print }: Words): string | null {
  const whole = Object.values(averageProgress).find(({ kind }) => kind === "plan");
  const [due, without] = [Number(whole?.leavesDue ?? "0"), Number(whole?.excluded.not_computable ?? "0")];
  return without === 0 ? null : t("scorecard.averageOnly", { of: print.of(due, due + without), without: t("scorecard.averageNoneText", { count: without }) });
}

/** Differences that are told one by one. */
const TOLD = 12;

export function editionView({ edition, answer, before, texts, recomputed, seesChallenges }: OpenEdition, words: Words): EditionView {
  const { t } = words;
  return {
    ...headOf(edition, words),
    figures: editionFiguresTable(edition, before, words),
    foreword: forewordOf(edition, texts),
    sheet: seesChallenges ? sheetOf(edition, answer, words) : null,
    changes: changesTable(edition, answer, texts, words),
    check: {
      isSame: recomputed.isSame,
      isHashOther: recomputed.inputHash.is !== recomputed.inputHash.was,
      differences: recomputed.differences.slice(0, TOLD).map(({ path, was, is }) => t("edition.difference", { path, was: was ?? "-", is: is ?? "-" })),
      more: Math.max(0, recomputed.differences.length - TOLD),
    },
    links: linksOf(edition, before, seesChallenges, words),
  };
}

export function preparationView({ prepared, answer, latest, texts }: OpenPreparation, words: Words): EditionView {
  return {
    ...headOf(prepared, words),
    figures: preparationFiguresTable(prepared, latest, words),
    foreword: forewordOf(prepared, texts),
    sheet: sheetOf(prepared, answer, words),
    changes: null,
    check: null,
    links: linksOf(prepared, null, false, words),
  };
}

/** The lines of the table, question by question. */
function sheetOf(record: PreparationRecord, answer: ScorecardAnswer, words: Words): SheetView {
  const findings = record.challenges.findings.map((finding) => ({
    code: finding.code, severity: finding.severity, items: finding.items.map((item, index) => ({ key: String(index), ...itemWords(finding, item, record, answer, words) })),
  }));
  return { findings, checked: checkedLines(record.challenges, words) };
}

function forewordOf({ foreword: { uk, en } }: PreparationRecord, texts: ReadonlyMap<string, Text>): ForewordView | null {
  if (uk === null && en === null) return null;
  const found = (digest: string | null) => (digest === null ? undefined : texts.get(digest));
  const textOf = (text: Text | undefined) => (text !== undefined && "text" in text ? text.text : null);
  const [own, other] = [found(uk), found(en)];
  const text = { uk: textOf(own), en: textOf(other) };
  const [removed] = [own, other].flatMap((each) => (each !== undefined && "purged" in each ? [each.purged] : []));
  return { text, purged: text.uk === null && text.en === null ? (removed ?? null) : null };
}

/** The scorecard is asked for by a day; a cut-off within one is told apart. */
function linksOf(record: PreparationRecord, before: EditionRecord | null, seesPreparation: boolean, { t, print }: Words): EditionView["links"] {
  const { planCode, periodKey, knownAt, ceiling, release } = record;
  const day = kyivDateOf(knownAt);
  const isWholeDay = asRecorded(asOfMoment(day, `${day.slice(0, 4)}-12-31T23:59:59.999Z`)) === knownAt;
  return [
    { href: scorecardPath(planCode, periodKey) + askedOf(record), label: t("edition.toScorecard", { date: print.date(day) }), ...(!isWholeDay && { note: t("edition.toScorecardPart", { moment: print.moment(knownAt) }) }) },
    ...(before !== null ? [{ href: editionPath(before.release.code), label: `${t("edition.before")} ${before.release.code}` }] : []),
    ...(before !== null && release !== null ? [{ href: bridgePath(planCode, { from: { edition: before.release.code }, to: { edition: release.code } }), label: t("bridge.linkSince") }] : []),
    ...(release !== null && ceiling === "public" ? [{ href: publicHref(inLanguage(editionAddress({ planCode, periodKey, no: release.no }), print.language)), label: t("edition.toPublic"), isOutside: true }] : []),
    ...(seesPreparation && release !== null ? [{ href: preparationPath(planCode, record.id), label: t("edition.toPreparation") }] : []),
  ];
}
