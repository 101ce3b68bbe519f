import { obligationState, officialVersion, type Decision, type ObligationState } from "~/domain/statuses";
import type { AccessLevel, Id } from "~/domain/facts";
import type { Db, Trx } from "~db/client.server";
import { findMeasurementId, listVerifications, listVersions, type VerificationRow, type VersionRow } from "~db/queries/measurements";
import { listSubmissionsOf } from "~db/queries/submissions";

type SubmissionOf = Awaited<ReturnType<typeof listSubmissionsOf>>[number];

/** Everything said and decided about one measurement; state is read from it, never kept (model of the facts). */
export interface MeasurementFacts {
  id: Id | null;
  /** newest first */
  versions: VersionRow[];
  verifications: VerificationRow[];
  submissions: SubmissionOf[];
}

export async function readMeasurement(db: Db | Trx, id: Id | null): Promise<MeasurementFacts> {
  if (id === null) return { id, versions: [], verifications: [], submissions: [] };
  const versions = await listVersions(db, id);
  const verifications = await listVerifications(db, id);
  return { id, versions, verifications, submissions: await listSubmissionsOf(db, id) };
}

export async function readMeasurementOf(db: Db | Trx, key: { indicatorId: Id; agencyId: Id; periodKey: string }): Promise<MeasurementFacts> {
  return readMeasurement(db, await findMeasurementId(db, key));
}

export const latestOf = (facts: MeasurementFacts): VersionRow | null => facts.versions[0] ?? null;

export function decisionsOn(facts: MeasurementFacts, no: number): { seq: number; decision: Decision }[] {
  return facts.verifications
    .filter((each) => each.no === no)
    .map((each) => ({ seq: each.seq, decision: each.decision as Decision }));
}

const withDecisions = (facts: MeasurementFacts) =>
  facts.versions.map((version) => ({ no: version.no, version, sent: submissionOf(facts, version.no) !== null, decisions: decisionsOn(facts, version.no) }));

/** The version that counts (rule 9): the greatest whose last decision is "accepted"; null = none yet. */
export const officialOf = (facts: MeasurementFacts): VersionRow | null => officialVersion(withDecisions(facts))?.version ?? null;

export const wasVerified = (facts: MeasurementFacts): boolean => facts.verifications.some((each) => each.decision === "accepted");

export const submissionOf = (facts: MeasurementFacts, no: number): SubmissionOf | null =>
  facts.submissions.find((each) => each.no === no) ?? null;

/**
 * Is what comes next the answer to a return: was the last thing that left the body returned? What the body's own approver
 * sent back never left.
 */
export function answersReturn(facts: MeasurementFacts): boolean {
  const sent = facts.versions.find((version) => submissionOf(facts, version.no) !== null);
  return sent !== undefined && decisionsOn(facts, sent.no).at(-1)?.decision === "returned";
}

/** What the facts say of an obligation. */
export const stateOf = (facts: MeasurementFacts, excludedReason: string | null): ObligationState =>
  obligationState({ excludedReason, versions: withDecisions(facts) });

/** Everyone who wrote any version: none of them lets it leave the body. */
export const writersOf = (facts: MeasurementFacts): Id[] => [...new Set(facts.versions.map((each) => each.author_id))];

/** Everyone who wrote or sent any version: none of them judges it (case C16). */
export const authorsOf = (facts: MeasurementFacts): Id[] => [...new Set([...writersOf(facts), ...facts.submissions.map((each) => each.submitted_by)])];

export const accessOf = (version: Pick<VersionRow, "access"> | null): AccessLevel => (version?.access ?? "public") as AccessLevel;
