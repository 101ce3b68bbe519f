import { DomainError } from "~/domain/errors";
import { hashPassword, passwordFault } from "./password.server";
import { PASSWORD_LENGTH } from "./password-length";

/** Digest of a new password; throws password_weak at the named field. */
export async function acceptPassword(password: string, login: string, field: string): Promise<string> {
  if (passwordFault(password, login) !== null) throw new DomainError("password_weak", { field, min: PASSWORD_LENGTH.min });
  return hashPassword(password);
}
