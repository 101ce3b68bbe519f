/**
 * The one place that turns what went wrong into a status, a code and a sentence. Refusals of the domain keep their
 * code; a lost database is told apart from a fault of ours; everything that is a fault is logged once, with the
 * number the person is shown.
 */
import { DomainError, type ErrorKind } from "~/domain/errors";
import { databaseCode } from "~db/transaction.server";
import type { RequestContext, RequestFailure } from "./load-context";
import { Refused } from "./refused.server";
import type { WebCode } from "./web-code";

const STATUS: Record<ErrorKind, number> = { not_found: 404, forbidden: 403, conflict: 409, invalid: 422, locked: 423 };

const WEB_STATUS: Record<WebCode, number> = {
  malformed: 400,
  sign_in_first: 401,
  form_not_ours: 403,
  form_out_of_date: 403,
  method_not_allowed: 405,
  form_sent_differently: 409,
  form_in_progress: 409,
  form_refused: 422,
  sign_not_kept: 422,
  too_large: 413,
  too_many_attempts: 429,
  unexpected: 500,
  unavailable: 503,
};

/** A refusal of the web layer itself, thrown like the domain's. */
export class WebRefusal extends Error {
  readonly status: number;
  constructor(readonly code: WebCode, readonly params: RequestFailure["params"] = {}) {
    super(code);
    this.name = "WebRefusal";
    this.status = WEB_STATUS[code];
  }
}

/**
 * Judges any error and remembers the first as the request's failure, or the first fault where a refusal came before it
 * (a form out of date, then no database to show the page again). Logs it when it is a fault and none was logged before.
 */
export function failureOf(error: unknown, context: RequestContext): RequestFailure {
  const failure = judge(error);
  const isLogged = (context.failure?.status ?? 0) >= 500;
  if (failure.status >= 500 && !isLogged) context.log.error({ reference: context.requestId, error: describe(error) }, failure.code);
  if (context.failure === null || (failure.status >= 500 && !isLogged)) context.failure = failure;
  return failure;
}

function judge(error: unknown): RequestFailure {
  const none = { params: {}, fields: {} };
  if (error instanceof DomainError) return { status: STATUS[error.kind], code: error.code, params: error.params, fields: {} };
  if (error instanceof WebRefusal || error instanceof Refused) return { status: error.status, code: error.code, params: error.params, fields: {} };
  const code = databaseCode(error);
  if (code === "22P02") return { status: 404, code: "not_found", ...none }; // an address holds no identifier where one belongs
  if (code === "IB002") return { status: 403, code: "own_submission", ...none };
  if (code === "IB003") return { status: 403, code: "own_body_executes", ...none };
  if (code === "IB005") return { status: 409, code: "verdict_changed_meanwhile", ...none };
  if (code === "IB004") return { status: 403, code: "own_preparation", ...none };
  if (isDatabaseLost(error)) return { status: 503, code: "unavailable", ...none };
  return { status: 500, code: "unexpected", ...none };
}

const LOST = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"]);
const LOST_SQLSTATE = /^(08...|57P0[1-5]|53300)$/;

function isDatabaseLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (LOST.has(code) || LOST_SQLSTATE.test(code)) return true;
  if (error instanceof AggregateError && error.errors.some(isDatabaseLost)) return true;
  return /connection terminated|timeout exceeded when trying to connect|driver has already been destroyed|PGlite is closed/i.test(error.message);
}

/** What the log keeps of an error: never the parameters of a query, which are what people typed. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: "not an error", type: typeof error };
  const { name, message, stack } = error;
  return { name, message, code: "code" in error ? error.code : undefined, stack };
}
