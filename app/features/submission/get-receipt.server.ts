import { strictest } from "~/domain/access";
import { DomainError } from "~/domain/errors";
import { can, type Actor } from "~/domain/permissions";
import { timeliness, type Timeliness } from "~/domain/timeliness";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { findAgencyLabel, listObligationsOf } from "~db/queries/obligations";
import { findSubmission, listSubmissionItems } from "~db/queries/submissions";
import { accessOf } from "../value/measurement-facts.server";
import { readPlans } from "../value/plan-directory.server";
import { valueOf } from "../value/read-history.server";

interface ReceiptLine {
  measurementId: string;
  code: string;
  title: string;
  periodKey: string;
  version: number;
  value: string;
  timeliness: Timeliness | null;
}

export interface ReceiptView {
  id: string;
  no: string;
  at: string;
  hash: string;
  agency: string;
  roundPeriod: string;
  illustrative: boolean;
  items: ReceiptLine[];
}

/** The receipt of a submission, for the body itself and for those who see unverified values. Throws not_found. */
export async function getReceipt(db: Db, actor: Actor, now: string, submissionId: string, words: Words): Promise<ReceiptView> {
  const submission = await findSubmission(db, submissionId);
  if (submission === undefined) throw new DomainError("not_found");
  const directory = await readPlans(db, [submission.plan_code], now);
  const items: ReceiptLine[] = [];
  for (const row of await listSubmissionItems(db, submissionId)) {
    const [obligation] = await listObligationsOf(db, { indicatorId: row.indicator_id, agencyId: row.agency_id, periodKey: row.period_key });
    const context = obligation === undefined ? null : directory.find(obligation.plan_version_id, row.indicator_id);
    if (obligation === undefined || context === null) continue;
    const subject = { agencyId: row.agency_id, executors: context.measure?.executors ?? [], access: strictest(context.access, accessOf(row)) };
    if (!can(actor, "view_value", { ...subject, provisional: true }).ok) continue;
    items.push({
      measurementId: row.measurement_id,
      code: context.indicator.code,
      title: chooseText(context.indicator.name, words.print.language).text,
      periodKey: row.period_key,
      version: row.no,
      value: valueOf(row, { context }, words),
      timeliness: timeliness({ dueOn: obligation.due_on, submittedAt: submission.submitted_at, excluded: false }, now),
    });
  }
  if (items.length === 0) throw new DomainError("not_found");
  const agency = await findAgencyLabel(db, submission.agency_id);
  return {
    id: submission.id,
    no: submission.receipt_no,
    at: submission.submitted_at,
    hash: submission.receipt_hash,
    agency: (words.print.language === "uk" ? agency?.name_uk : agency?.name_en) ?? "",
    roundPeriod: submission.period_key,
    illustrative: submission.illustrative,
    items,
  };
}
