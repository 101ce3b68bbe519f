/**
 * What one request carries from the server into loaders and actions. The server makes it (server.ts), tests make
 * their own; nothing else in the application knows where the clock, the database or the device come from.
 */
import type { AppLoadContext } from "@remix-run/node";
import type { Logger } from "pino";
import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";

export interface RequestFailure {
  status: number;
  code: string;
  /** printed beside the code: plain figures and names, never secrets */
  params: Readonly<Record<string, string | number | null>>;
  /** field → message codes, when a form was refused */
  fields: Readonly<Record<string, readonly string[]>>;
}

export interface RequestContext extends AppLoadContext {
  db: Db;
  /** the server's clock, an ISO instant; the browser's is never asked */
  now: () => string;
  /** of the Content-Security-Policy */
  nonce: string;
  /** number a person can quote; the same in the log */
  requestId: string;
  /** address of the caller shortened to its network: 203.0.113.0/24, 2001:db8::/64 */
  network: string;
  /** random number of the browser, kept in its cookie a year; says nothing about who uses it */
  deviceId: string;
  /** the request came by https */
  secure: boolean;
  /** language of the answer; the one thing an action may change here */
  language: Language;
  log: Pick<Logger, "error" | "warn" | "info">;
  /** set once by the first refusal or error of the request, so that it is logged once and told in one way */
  failure: RequestFailure | null;
}

/** The context of a loader or an action, typed. Throws when the server did not make it. */
export function contextOf(context: AppLoadContext): RequestContext {
  if (!("db" in context) || typeof context.requestId !== "string") throw new Error("the request came without its context");
  return context as RequestContext;
}
