/**
 * A browser is known by a random number in a cookie. It is the base of the token that every writing form
 * carries (a page of another site can send the cookie but cannot know the token), and it lets a person with the
 * right password in while their account is being attacked from elsewhere.
 */
import { getSigningSecret } from "~db/queries/installation";
import type { Db } from "~db/client.server";
import { hmac, randomToken, sameText, sha256Hex } from "./digest";

const DEVICE_ID = /^[A-Za-z0-9_-]{43}$/;
const secrets = new WeakMap<Db, Promise<string>>();

export const newDeviceId = randomToken;
export const isDeviceId = (value: string | null): value is string => value !== null && DEVICE_ID.test(value);
export const deviceHash = (deviceId: string): string => sha256Hex(`device:${deviceId}`);

/** The token of the forms shown to this browser. The installation's secret is read once a process. */
export async function csrfToken(db: Db, deviceId: string): Promise<string> {
  return hmac(await signingSecret(db), `csrf:${deviceId}`);
}

async function signingSecret(db: Db): Promise<string> {
  const known = secrets.get(db);
  if (known) return known;
  const asked = getSigningSecret(db);
  secrets.set(db, asked);
  asked.catch(() => secrets.delete(db));
  return asked;
}

/** Whether a form carries the token of this browser; not so when it was opened before the browser lost its cookie. */
export async function hasOwnToken(db: Db, deviceId: string, token: unknown): Promise<boolean> {
  return typeof token === "string" && sameText(token, await csrfToken(db, deviceId));
}

/** Whether the browser itself says that another site sent this. */
export function isFromElsewhere(request: Request): boolean {
  const site = request.headers.get("Sec-Fetch-Site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = request.headers.get("Origin");
  return origin !== null && !isOwnHost(origin, request);
}

/** By host alone: a proxy that ends https may leave the server thinking in http. */
function isOwnHost(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}
