import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import type { Language } from "~/i18n/language";
import { setAccount } from "~db/queries/accounts";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";

/** The language one's account opens in on a new device. */
export async function changeLanguage(db: Db, actor: Actor, now: string, language: Language): Promise<void> {
  const permission = can(actor, "change_own_password", { userId: actor.userId });
  if (!permission.ok) throw new DomainError(permission.reason);
  await inTransaction(db, { actorId: actor.userId, action: "change_language", now }, (trx) => setAccount(trx, actor.userId, { language }));
}
