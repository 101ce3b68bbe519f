import { kyivDateOf } from "~/domain/dates";
import type { Trx } from "~db/client.server";
import { listEvidence } from "~db/queries/evidence";
import { findMeasurement, findVersion } from "~db/queries/measurements";
import { findNextReceiptNo, insertSubmission, lockReceiptNumbers } from "~db/queries/submissions";
import { receiptHash, type ReceiptItem } from "./receipt.server";

interface Sending {
  cycleId: string;
  roundPeriod: string;
  planCode: string;
  agencyId: string;
  agencyCode: string;
  /** the person who sends: the focal point, or the body's approver */
  by: string;
  now: string;
  items: readonly { measurementId: string; no: number }[];
}

/** Makes the submission that carries the versions, with its numbered receipt. Returns its id. */
export async function sendVersions(trx: Trx, sending: Sending): Promise<string> {
  await lockReceiptNumbers(trx);
  const receiptNo = await findNextReceiptNo(trx, kyivDateOf(sending.now).slice(0, 4));
  const items: ReceiptItem[] = [];
  for (const item of sending.items) items.push(await receiptItem(trx, item.measurementId, item.no));
  const hash = receiptHash({
    receiptNo,
    submittedAt: sending.now,
    plan: sending.planCode,
    round: sending.roundPeriod,
    agency: sending.agencyCode,
    items,
  });
  return insertSubmission(trx, {
    cycleId: sending.cycleId,
    agencyId: sending.agencyId,
    receiptNo,
    receiptHash: hash,
    submittedAt: sending.now,
    submittedBy: sending.by,
    items: sending.items,
  });
}

/** One version as a receipt sees it. */
export async function receiptItem(trx: Trx, measurementId: string, no: number): Promise<ReceiptItem> {
  const measurement = await findMeasurement(trx, measurementId);
  const version = await findVersion(trx, measurementId, no);
  if (!measurement || !version) throw new Error(`no version ${no} of measurement ${measurementId}`);
  const evidence = (await listEvidence(trx, measurementId)).filter((each) => each.no === no);
  return { indicatorId: measurement.indicator_id, periodKey: measurement.period_key, version, evidence };
}
