import { redirect } from "@remix-run/node";
import type { Actor } from "~/domain/permissions";
import { isLanguage, LANGUAGE_COOKIE, languageCookie } from "~/i18n/language";
import { noSessionCookie, readCookie, sessionCookie, sessionCookieName } from "./cookies";
import { deviceHash } from "./device.server";
import { randomToken, sha256Hex } from "./digest";
import { nextPath } from "./local-path";
import type { Page } from "./page.server";

interface NewSessionToken {
  token: string;
  /** what the features and the database are given */
  opening: { tokenHash: string; formerTokenHash: string | null; deviceHash: string; network: string };
}

/** A fresh token for a session about to be opened in this browser; the former one, if any, ends with it. */
export function newSessionToken({ request, context }: Page<Actor | null>): NewSessionToken {
  const token = randomToken();
  const former = readCookie(request.headers.get("Cookie"), sessionCookieName(context.secure));
  return {
    token,
    opening: {
      tokenHash: sha256Hex(token),
      formerTokenHash: former ? sha256Hex(former) : null,
      deviceHash: deviceHash(context.deviceId),
      network: context.network,
    },
  };
}

/** Leads a person who has just signed in to where they wanted, in their language where the browser has no choice yet. */
export function enter({ request, context }: Page<Actor | null>, token: string, next: unknown, language: string): Response {
  const headers = new Headers({ "Set-Cookie": sessionCookie(token, context.secure) });
  const chosen = readCookie(request.headers.get("Cookie"), LANGUAGE_COOKIE);
  if (chosen === null && isLanguage(language)) headers.append("Set-Cookie", languageCookie(language, context.secure));
  return redirect(nextPath(next), { status: 303, headers });
}

export function leave({ context }: Page): Response {
  return redirect("/sign-in?out=1", { status: 303, headers: { "Set-Cookie": noSessionCookie(context.secure) } });
}
