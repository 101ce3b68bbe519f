import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_LENGTH } from "./password-length";

/** argon2id, 19 MiB, two passes: about 30 ms a guess, which bounds guessing whatever else fails. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), ARGON2ID);
}

/** For an account without a password (or no account) the same work is done on a stand-in, and the answer is no. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await standIn), password.normalize("NFC"));
  return matches && stored !== null;
}

let standIn: Promise<string> | undefined;

type PasswordFault = "short" | "long" | "like_login" | "monotonous";

/** What is wrong with a new password: its length first; no rules about signs, which only make passwords guessable. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const letters = [...password.normalize("NFC")];
  if (letters.length < PASSWORD_LENGTH.min) return "short";
  if (letters.length > PASSWORD_LENGTH.max) return "long";
  if (login.length >= 4 && password.toLowerCase().includes(login.toLowerCase())) return "like_login";
  return new Set(letters).size < 5 ? "monotonous" : null;
}
