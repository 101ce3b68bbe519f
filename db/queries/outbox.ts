import type { Trx } from "../client.server";
import type { Json } from "../schema";

/** Notes that somebody is to be told, in the same transaction as what happened; sending is another's work. */
export async function insertOutbox(trx: Trx, notice: { kind: string; userId: string | null; subject: Json; now: string }): Promise<void> {
  await trx
    .insertInto("outbox")
    .values({ kind: notice.kind, user_id: notice.userId, subject: JSON.stringify(notice.subject), created_at: notice.now })
    .execute();
}
