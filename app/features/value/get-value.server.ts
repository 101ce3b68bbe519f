import { asOfMoment, dayEndedAt, isBy } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { AccessLevel, CalendarDate, PeriodKey } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import type { SeriesModel } from "~/ui/series-model";
import type { Db } from "~db/client.server";
import { readTexts } from "~db/queries/content";
import { listDiscrepancies } from "~db/queries/evidence";
import { listSeries } from "~db/queries/measurements";
import { findAgencyLabel } from "~db/queries/obligations";
import { recordRestrictedRead } from "../audit/record-restricted-read.server";
import { askedFor, withinCeiling, type ReadingQuestion } from "../plan/reading-question";
import { deskPath, obligationPath } from "./addresses";
import { entrySeries } from "./entry-series";
import { indicatorHead, type IndicatorHead } from "./indicator-head";
import { knownBy, openMeasurement, type OpenMeasurement } from "./open-measurement.server";
import { readHistory, type VersionView } from "./read-history.server";
import { accessOf } from "./measurement-facts.server";
import { strictest } from "~/domain/access";
import type { Words } from "~/i18n/words";

interface DiscrepancyView {
  otherSource: string;
  otherValue: string;
  decidedBy: string | null;
  note: string | null;
  at: string;
}

interface ValueView {
  id: string;
  head: IndicatorHead;
  agency: string;
  periodKey: string;
  versions: VersionView[];
  official: VersionView | null;
  /** the newest version where it is not the official one */
  provisional: VersionView | null;
  discrepancies: DiscrepancyView[];
  series: SeriesModel | null;
  /** obligation the actor may enter a correction for */
  enterHref: string | null;
  verifyHref: string | null;
  knownAt: string;
  /** the day all this was known at the end of; null = now */
  knownOn: CalendarDate | null;
  ceiling: AccessLevel | null;
  /** the reader sees other things of it now than were known then */
  changedSince: boolean;
}

interface ValueQuestion extends ReadingQuestion {
  /** of the pages that lead here */
  period?: PeriodKey | null;
}

/** One value with all that was said and decided about it, now or by a day. A reading of a restricted one is logged. Throws not_found. */
export async function getValue(db: Db, actor: Actor, now: string, measurementId: string, words: Words, question: ValueQuestion = {}): Promise<ValueView> {
  const reader = withinCeiling(actor, question);
  const standing = await openMeasurement(db, reader, now, measurementId, "view_value");
  const open = knownBy(standing, asOfMoment(question.knownAt ?? null, now));
  const isNow = open.knownAt === now;
  const versions = await readHistory(db, reader, open, words);
  if (versions.length === 0) throw new DomainError("not_found");
  const later = isNow ? versions : await readHistory(db, reader, standing, words);
  if (versions.some((version) => version.access === "restricted")) await recordRestrictedRead(db, actor, now, { measurementId });
  const official = versions.find((version) => version.isOfficial) ?? null;
  const newest = versions[0] ?? null;
  const head = indicatorHead(open.context, words, askedFor(question, question.period ?? null));
  const [obligation] = open.obligations;
  return {
    id: measurementId,
    head,
    agency: words.print.language === "uk" ? obligation.agency_name_uk : obligation.agency_name_en,
    periodKey: open.periodKey,
    versions,
    official,
    provisional: newest === official ? null : newest,
    discrepancies: await discrepanciesOf(db, open, words),
    series: entrySeries(open.context.indicator, open.context.passport.unit, await visibleSeries(db, reader, open), words),
    enterHref: isNow && can(actor, "correct_value", open.subject).ok ? obligationPath(obligation.id) : null,
    verifyHref: isNow && newest && !newest.isVerified && can(actor, "verify_value", { ...open.subject, provisional: true }).ok ? deskPath(measurementId) : null,
    knownAt: open.knownAt,
    knownOn: dayEndedAt(open.knownAt),
    ceiling: question.ceiling === undefined ? null : reader.ceiling,
    changedSince: later.length > 0 && saidIn(later) !== saidIn(versions),
  };
}

/** Which versions the reader sees, and how often each was decided on. */
const saidIn = (versions: readonly VersionView[]): string => versions.map(({ no, decisions }) => `${no}/${decisions.length}`).join(" ");

/** The series as the actor may see it: period by period, nothing above the ceiling as it is now, nothing unverified that is not theirs. */
export async function visibleSeries(db: Db, actor: Actor, open: Pick<OpenMeasurement, "indicatorId" | "agencyId" | "context" | "subject" | "knownAt">) {
  const rows = await listSeries(db, open.indicatorId, open.agencyId, open.knownAt);
  return rows.filter((row) => can(actor, "view_value", { ...open.subject, access: strictest(open.context.access, accessOf(row), (row.closed_since ?? "public") as AccessLevel), provisional: row.decision !== "accepted" }).ok);
}

async function discrepanciesOf(db: Db, { id, knownAt }: Pick<OpenMeasurement, "id" | "knownAt">, { print }: Words): Promise<DiscrepancyView[]> {
  const rows = (await listDiscrepancies(db, id)).filter((each) => isBy(each.recorded_at, knownAt));
  const texts = await readTexts(db, rows.map((row) => row.note_digest));
  const views: DiscrepancyView[] = [];
  for (const row of rows) {
    const decider = row.deciding_agency_id === null ? undefined : await findAgencyLabel(db, row.deciding_agency_id);
    const note = row.note_digest === null ? undefined : texts.get(row.note_digest);
    views.push({
      otherSource: row.other_source,
      otherValue: row.other_value,
      decidedBy: decider === undefined ? null : print.language === "uk" ? decider.name_uk : decider.name_en,
      note: note !== undefined && "text" in note ? note.text : null,
      at: row.recorded_at,
    });
  }
  return views;
}
