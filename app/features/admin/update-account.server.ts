import { addDays, kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Language } from "~/i18n/language";
import { setAccount } from "~db/queries/accounts";
import { countHolders } from "~db/queries/grants";
import { setOtherSessionsRevoked } from "~db/queries/sessions";
import type { Db } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { allowedAccount } from "./account-held.server";

interface AccountUpdate {
  userId: string;
  nameUk: string;
  nameEn: string;
  email: string | null;
  language: Language;
  /** last day of the account (Kyiv); null = no end */
  endsOn: string | null;
}

/** Names, language and last day. An account whose last day has passed is signed out everywhere at once. */
export async function updateAccount(db: Db, actor: Actor, now: string, input: AccountUpdate): Promise<void> {
  const today = kyivDateOf(now);
  await inTransaction(db, { actorId: actor.userId, action: "update_account", now }, async (trx) => {
    const account = await allowedAccount(trx, actor, now, { action: "manage_users", userId: input.userId });
    const { userId, ...change } = input;
    await setAccount(trx, userId, change);
    if (input.endsOn === null) return;
    const dayAfter = input.endsOn < today ? today : addDays(input.endsOn, 1);
    const isAdministrator = account.roles.includes("administrator");
    if (isAdministrator && (await countHolders(trx, "administrator", now, dayAfter)) === 0) throw new DomainError("last_administrator", { field: "endsOn" });
    if (input.endsOn < today) await setOtherSessionsRevoked(trx, userId, null, now);
  });
}
