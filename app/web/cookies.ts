/** The cookies of the platform: none holds personal data, the secret ones cannot be read by the page. */

const YEAR = 31_536_000;

/** Value of a cookie in a Cookie header, or null. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** Behind https the prefix makes a browser refuse the cookie from a neighbouring host or without Secure. */
const prefixed = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

export const sessionCookieName = (secure: boolean): string => prefixed("session", secure);
export const deviceCookieName = (secure: boolean): string => prefixed("device", secure);

function secretCookie(name: string, value: string, secure: boolean, maxAge: number | null): string {
  const age = maxAge === null ? "" : `; Max-Age=${maxAge}`;
  return `${prefixed(name, secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${secure ? "; Secure" : ""}`;
}

/** Lives as long as the browser is open; the server decides when the session ends. */
export const sessionCookie = (token: string, secure: boolean): string => secretCookie("session", token, secure, null);
export const noSessionCookie = (secure: boolean): string => secretCookie("session", "", secure, 0);
export const deviceCookie = (deviceId: string, secure: boolean): string => secretCookie("device", deviceId, secure, YEAR);
