import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** sha256 as 64 hexadecimal digits: how tokens are stored. */
export const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A random secret of 256 bits, safe in addresses and cookies. */
export const randomToken = (): string => randomBytes(32).toString("base64url");

export const hmac = (secret: string, text: string): string => createHmac("sha256", secret).update(text).digest("base64url");

/** Compares in a time that does not depend on where the texts differ. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [sha256Hex(a), sha256Hex(b)];
  return timingSafeEqual(Buffer.from(x), Buffer.from(y));
}

const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** "K7F3-9QXM": short enough to read out over a telephone, without letters that look like digits. */
export function newReference(): string {
  const letters = Array.from(randomBytes(8), (byte) => LETTERS[byte % LETTERS.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
