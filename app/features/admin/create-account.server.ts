import { DomainError } from "~/domain/errors";
import { type Actor, can } from "~/domain/permissions";
import type { Language } from "~/i18n/language";
import { insertLink } from "~/features/account/reset-password.server";
import { insertAccount } from "~db/queries/accounts";
import type { Db } from "~db/client.server";
import { inTransaction, violatedConstraint } from "~db/transaction.server";

interface NewPerson {
  login: string;
  email: string | null;
  nameUk: string;
  nameEn: string;
  language: Language;
}

/** Makes an account without a password and a one-time link to choose one; the path is shown once and kept nowhere. */
export async function createAccount(db: Db, actor: Actor, now: string, person: NewPerson): Promise<{ userId: string; resetPath: string }> {
  const permission = can(actor, "manage_users");
  if (!permission.ok) throw new DomainError(permission.reason);
  try {
    return await inTransaction(db, { actorId: actor.userId, action: "create_account", now }, async (trx) => {
      const userId = await insertAccount(trx, { ...person, createdBy: actor.userId, now });
      return { userId, resetPath: await insertLink(trx, userId, actor.userId, now) };
    });
  } catch (error) {
    if (violatedConstraint(error) === "user_account_login_uq") throw new DomainError("login_taken", { field: "login" });
    throw error;
  }
}
