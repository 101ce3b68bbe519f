import { createHash } from "node:crypto";
import type { VersionRow } from "~db/queries/measurements";
import type { EvidenceRow } from "~db/queries/evidence";

/** What a receipt vouches for: exactly what was sent, by which body, for which round, at which second. */
interface ReceiptContent {
  receiptNo: string;
  submittedAt: string;
  plan: string;
  round: string;
  agency: string;
  items: readonly ReceiptItem[];
}

export interface ReceiptItem {
  indicatorId: string;
  periodKey: string;
  version: VersionRow;
  evidence: readonly EvidenceRow[];
}

/** Columns that say what was sent; who and when stand in the receipt itself. */
const SENT = [
  "no", "kind", "value", "numerator", "denominator", "stage_no", "scale_position", "yes_no", "reason_code", "qualifier", "observed_on",
  "source", "unchanged_since", "narrative_digest", "comment_digest", "correction_reason_digest", "reference_digest", "obstacle", "will_meet", "access",
] as const satisfies readonly (keyof VersionRow)[];

/**
 * SHA-256 over the sent content, hexadecimal. Texts and files enter by their digests, so the receipt still holds after a
 * lawful purge. Items and keys are in a fixed order: the same content always gives the same receipt.
 */
export function receiptHash(content: ReceiptContent): string {
  const items = [...content.items]
    .sort((a, b) => (itemKey(a) < itemKey(b) ? -1 : 1))
    .map(({ indicatorId, periodKey, version, evidence }) => [
      indicatorId,
      periodKey,
      version.measurement_id,
      SENT.map((column) => version[column] ?? null),
      evidence.map((each) => [each.kind, each.url, each.title_digest, each.file_digest, each.access]).map((each) => JSON.stringify(each)).sort(),
    ]);
  const { receiptNo, submittedAt, plan, round, agency } = content;
  return createHash("sha256").update(JSON.stringify([receiptNo, submittedAt, plan, round, agency, items])).digest("hex");
}

const itemKey = (item: ReceiptItem) => `${item.version.measurement_id}/${item.version.no}`;
