import { strictest } from "~/domain/access";
import type { AccessLevel, Id, PeriodKey, ValueFact } from "~/domain/facts";
import { comparePeriods, containsPeriod } from "~/domain/periods";
import { can, type Actor } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { readTexts } from "~db/queries/content";
import { listEvidence, listRemovedFiles } from "~db/queries/evidence";
import { listVersionsOf } from "~db/queries/measurements";
import { abbreviation } from "../plan/print-measure";
import { isSilent } from "../value/value-parts";
import { evidenceView, referenceOf, viewOf, type EvidenceView, type TextView, type VersionView } from "../value/read-history.server";
import type { ScoredMeasure } from "./scoring-plan.server";

/** What a body said beside one value of the measure. */
export interface StatementView extends Pick<VersionView, "narrative" | "comment" | "correctionReason" | "obstacle" | "willMeet" | "reference"> {
  key: string;
  code: string;
  agency: string;
  periodKey: PeriodKey;
  measurementId: Id;
  /** not verified yet: may be returned with a reason */
  isProvisional: boolean;
}

export interface SaidOfMeasure {
  statements: StatementView[];
  evidence: EvidenceView[];
  /** values that wait for a decision and that the actor may verify or return */
  waiting: { measurementId: Id; code: string; agency: string; periodKey: PeriodKey }[];
}

/** Texts and evidence of the values of a measure within a period, as the actor may see them: the reading is cut already. */
export async function readSaid(db: Db, actor: Actor, { reading, measure, subject }: ScoredMeasure, periodKey: PeriodKey, words: Words): Promise<SaidOfMeasure> {
  const codes = new Map(measure.indicators.map(({ id, code }) => [id, code]));
  const values = reading.values
    .filter((value) => codes.has(value.indicatorId) && containsPeriod(periodKey, value.periodKey) && (value.verified || reading.showsProvisional(value.agencyId)))
    .sort((a, b) => comparePeriods(b.periodKey, a.periodKey) || (codes.get(a.indicatorId) ?? "").localeCompare(codes.get(b.indicatorId) ?? ""));
  const ids = [...new Set(values.map(({ measurementId }) => measurementId))];
  const versions = new Map((await listVersionsOf(db, ids)).map((version) => [`${version.measurement_id}/${version.no}`, version]));
  const rows = (await listEvidence(db, ...ids)).filter((row) => versions.has(`${row.measurement_id}/${row.no}`));
  const digests = values.flatMap(({ measurementId, no }) => versions.get(`${measurementId}/${no}`) ?? []);
  const texts = await readTexts(db, [...digests.flatMap((each) => [each.narrative_digest, each.comment_digest, each.correction_reason_digest, each.reference_digest]), ...rows.map((row) => row.title_digest)]);
  const text = (digest: string | null): TextView => (digest === null ? null : viewOf(texts.get(digest)));
  const removed = await listRemovedFiles(db, rows.flatMap((row) => row.file_digest ?? []));
  const head = (value: ValueFact) => ({ measurementId: value.measurementId, code: codes.get(value.indicatorId) ?? "", agency: abbreviation(reading.agencies, value.agencyId, words), periodKey: value.periodKey });

  const statements = values.flatMap((value): StatementView[] => {
    const version = versions.get(`${value.measurementId}/${value.no}`);
    if (version === undefined) return [];
    const said = {
      narrative: text(version.narrative_digest), comment: text(version.comment_digest), correctionReason: text(version.correction_reason_digest),
      obstacle: version.obstacle, willMeet: version.will_meet, reference: referenceOf(text(version.reference_digest)),
    };
    return isSilent(said) ? [] : [{ key: `${value.measurementId}/${value.no}`, ...head(value), ...said, isProvisional: !value.verified }];
  });
  const evidence = values.flatMap((value) => rows.filter((row) => row.measurement_id === value.measurementId && row.no === value.no)
    .filter((row) => can(actor, "download_evidence", { ...subject, agencyId: value.agencyId, access: strictest(subject.access ?? "public", value.access, row.access as AccessLevel) }).ok)
    .map((row) => ({ ...evidenceView(row, text, removed), about: `${head(value).code}, ${words.print.period(value.periodKey)}` })));
  const waiting = values.filter((value) => !value.verified && can(actor, "verify_value", { ...subject, agencyId: value.agencyId, provisional: true }).ok);
  return { statements, evidence, waiting: waiting.map(head) };
}
