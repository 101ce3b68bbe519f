/** The first administrator, made on a page that a one-time code from the server's log opens, and only while there is none. */
import { createHash, randomBytes } from "node:crypto";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import { insertAccount, setPassword } from "~db/queries/accounts";
import { findAnyAdministrator, findSetupCodeHash, lockSetupCodeHash } from "~db/queries/first-run";
import { insertGrant } from "~db/queries/grants";
import { setSetupCodeHash } from "~db/queries/installation";
import type { Db } from "~db/client.server";
import { inTransaction, violatedConstraint } from "~db/transaction.server";
import { acceptPassword } from "./new-password.server";

const digest = (code: string): string => createHash("sha256").update(`setup:${code.replace(/[\s-]/g, "").toLowerCase()}`).digest("hex");

interface FirstAdministrator {
  login: string;
  nameUk: string;
  nameEn: string;
  language: "uk" | "en";
  password: string;
}

/**
 * At the start of a production server: a new code to print when there is no administrator, else null and the old code
 * is gone. Each start makes a new one, since only its digest is kept.
 */
export async function prepareFirstRun(db: Db, now: string): Promise<string | null> {
  if (await findAnyAdministrator(db, now, kyivDateOf(now))) {
    await setSetupCodeHash(db, null);
    return null;
  }
  const code = randomBytes(12).toString("hex").replace(/(.{6})(?=.)/g, "$1-");
  await setSetupCodeHash(db, digest(code));
  return code;
}

/** Whether a code was printed and nobody has used it: then there is nobody who could sign in. */
export async function awaitsFirstRun(db: Db): Promise<boolean> {
  return (await findSetupCodeHash(db)) !== null;
}

/** Whether the first-run page exists; not_found otherwise. */
export async function checkFirstRun(db: Db, now: string): Promise<void> {
  if (await findAnyAdministrator(db, now, kyivDateOf(now))) throw new DomainError("not_found");
}

/** Makes the first administrator against the code and ends the code. Returns the account's id. */
export async function createFirstAdministrator(db: Db, now: string, input: FirstAdministrator & { code: string }): Promise<string> {
  await checkFirstRun(db, now);
  const hash = await acceptPassword(input.password, input.login, "newPassword");
  return insertAdministrator(db, now, input, hash, input.code);
}

/** For an operator at the server (command line): needs no code and works beside other administrators. */
export async function createAdministratorByOperator(db: Db, now: string, input: FirstAdministrator): Promise<string> {
  return insertAdministrator(db, now, input, await acceptPassword(input.password, input.login, "newPassword"), null);
}

async function insertAdministrator(db: Db, now: string, input: FirstAdministrator, hash: string, code: string | null): Promise<string> {
  try {
    return await inTransaction(db, { actorId: null, action: "create_administrator", now }, async (trx) => {
      if (code !== null && (await lockSetupCodeHash(trx)) !== digest(code)) throw new DomainError("setup_code_wrong", { field: "code" });
      const userId = await insertAccount(trx, { ...input, email: null, createdBy: null, now });
      await setPassword(trx, userId, { hash, mustChange: false, now });
      await insertGrant(trx, { userId, role: "administrator", agencyId: null, fromAt: now, grantedBy: null });
      await setSetupCodeHash(trx, null);
      return userId;
    });
  } catch (error) {
    if (violatedConstraint(error) === "user_account_login_uq") throw new DomainError("login_taken", { field: "login" });
    throw error;
  }
}
