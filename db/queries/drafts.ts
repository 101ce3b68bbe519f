import type { Db, Trx } from "../client.server";

/** What was typed and not submitted: text by field, exactly as typed. */
export type DraftBody = Readonly<Record<string, string>>;

export interface Draft {
  body: DraftBody;
  /** the version the form was opened at; null = none was there */
  baseNo: number | null;
  updatedAt: string;
}

export async function findDraft(db: Db | Trx, userId: string, obligationId: string): Promise<Draft | null> {
  const row = await db
    .selectFrom("draft")
    .select(["body", "base_no", "updated_at"])
    .where("user_id", "=", userId)
    .where("obligation_id", "=", obligationId)
    .executeTakeFirst();
  return row ? { body: textFields(row.body), baseNo: row.base_no, updatedAt: row.updated_at } : null;
}

/** Keeps the draft, replacing the person's earlier one of the same obligation. */
export async function setDraft(
  trx: Trx,
  draft: { userId: string; obligationId: string; body: DraftBody; baseNo: number | null; now: string },
): Promise<void> {
  const kept = { body: JSON.stringify(draft.body), base_no: draft.baseNo, updated_at: draft.now };
  await trx
    .insertInto("draft")
    .values({ user_id: draft.userId, obligation_id: draft.obligationId, ...kept })
    .onConflict((oc) => oc.columns(["user_id", "obligation_id"]).doUpdateSet(kept))
    .execute();
}

export async function deleteDraft(trx: Trx, userId: string, obligationId: string): Promise<void> {
  await trx.deleteFrom("draft").where("user_id", "=", userId).where("obligation_id", "=", obligationId).execute();
}

function textFields(body: unknown): DraftBody {
  if (typeof body !== "object" || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter((field): field is [string, string] => typeof field[1] === "string"));
}
