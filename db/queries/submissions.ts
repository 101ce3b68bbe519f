import { sql } from "kysely";
import type { Db, Trx } from "../client.server";

/** Receipts of a year are numbered without gaps or doubles: one writer at a time. */
export async function lockReceiptNumbers(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4713, 2)`.execute(trx);
}

/** The next receipt number of the year, "2026-0413". Call lockReceiptNumbers first. */
export async function findNextReceiptNo(trx: Trx, year: string): Promise<string> {
  const { last } = await trx
    .selectFrom("submission")
    .select(sql<number | null>`max(split_part(receipt_no, '-', 2)::integer)`.as("last"))
    .where("receipt_no", "like", `${year}-%`)
    .executeTakeFirstOrThrow();
  return `${year}-${String((last ?? 0) + 1).padStart(4, "0")}`;
}

interface NewSubmission {
  cycleId: string;
  agencyId: string;
  receiptNo: string;
  receiptHash: string;
  submittedAt: string;
  submittedBy: string;
  items: readonly { measurementId: string; no: number }[];
}

/** Adds a submission with its items; its number counts the agency's submissions of the cycle. Returns the id. */
export async function insertSubmission(trx: Trx, submission: NewSubmission): Promise<string> {
  const { last } = await trx
    .selectFrom("submission")
    .select((eb) => eb.fn.max("no").as("last"))
    .where("cycle_id", "=", submission.cycleId)
    .where("agency_id", "=", submission.agencyId)
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto("submission")
    .values({
      cycle_id: submission.cycleId,
      agency_id: submission.agencyId,
      no: (last ?? 0) + 1,
      receipt_no: submission.receiptNo,
      receipt_hash: submission.receiptHash,
      submitted_at: submission.submittedAt,
      submitted_by: submission.submittedBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("submission_item")
    .values(submission.items.map(({ measurementId, no }) => ({ submission_id: id, measurement_id: measurementId, no })))
    .execute();
  return id;
}

export function findSubmission(db: Db | Trx, id: string) {
  return db
    .selectFrom("submission as s")
    .innerJoin("cycle as c", "c.id", "s.cycle_id")
    .innerJoin("plan as p", "p.id", "c.plan_id")
    .selectAll("s")
    .select(["c.period_key", "c.kind as cycle_kind", "p.code as plan_code", "p.illustrative"])
    .where("s.id", "=", id)
    .executeTakeFirst();
}

/** The versions a submission carried, with what each was about. */
export function listSubmissionItems(db: Db | Trx, submissionId: string) {
  return db
    .selectFrom("submission_item as i")
    .innerJoin("measurement as m", "m.id", "i.measurement_id")
    .innerJoin("measurement_version as v", (join) =>
      join.onRef("v.measurement_id", "=", "i.measurement_id").onRef("v.no", "=", "i.no"),
    )
    .selectAll("v")
    .select(["m.indicator_id", "m.agency_id", "m.period_key"])
    .where("i.submission_id", "=", submissionId)
    .orderBy("i.measurement_id")
    .execute();
}

/** The submission that carried a version; undefined while it waits for the agency's approver. */
export function findSubmissionOf(db: Db | Trx, measurementId: string, no: number) {
  return db
    .selectFrom("submission_item as i")
    .innerJoin("submission as s", "s.id", "i.submission_id")
    .selectAll("s")
    .where("i.measurement_id", "=", measurementId)
    .where("i.no", "=", no)
    .executeTakeFirst();
}

/** Every submission of a measurement's versions: number of the version, receipt, moment, person. */
export function listSubmissionsOf(db: Db | Trx, measurementId: string) {
  return db
    .selectFrom("submission_item as i")
    .innerJoin("submission as s", "s.id", "i.submission_id")
    .select(["i.no", "s.id", "s.receipt_no", "s.submitted_at", "s.submitted_by"])
    .where("i.measurement_id", "=", measurementId)
    .orderBy("i.no")
    .execute();
}
