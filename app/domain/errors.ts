/**
 * Refusals of the domain. Every one has a code from a closed list and plain parameters; the text is a
 * catalogue's business and the HTTP status one map's (by kind). "Not found" and "may not be seen" are the
 * same kind on purpose: nobody learns from a refusal that a thing exists (rule 18).
 */

export type ErrorKind = "not_found" | "forbidden" | "conflict" | "invalid" | "locked";

/** Every refusal and its kind; add a line here and the catalogues will not compile until they name it. */
export const ERROR_KINDS = {
  not_found: "not_found",
  // permissions
  role_lacks_action: "forbidden",
  other_agency: "forbidden",
  own_submission: "forbidden",
  own_agency: "forbidden",
  own_body_executes: "forbidden",
  own_account: "forbidden",
  own_request: "forbidden",
  own_verdict: "forbidden",
  own_preparation: "forbidden",
  roles_kept_apart: "forbidden",
  role_not_grantable: "forbidden",
  account_protected: "forbidden",
  // accounts
  login_taken: "invalid",
  password_wrong: "invalid",
  password_weak: "invalid",
  setup_code_wrong: "invalid",
  grant_needs_agency: "invalid",
  grant_held_already: "conflict",
  last_administrator: "conflict",
  // what an obligation's state allows
  act_not_possible_in_state: "conflict",
  already_decided: "conflict",
  value_changed_meanwhile: "conflict",
  // documents of plans
  plan_file_too_large: "invalid",
  plan_file_too_long: "invalid",
  plan_file_pdf: "invalid",
  plan_file_old: "invalid",
  plan_file_macros: "invalid",
  plan_file_unknown: "invalid",
  plan_file_damaged: "invalid",
  // editions
  cut_off_ahead: "invalid",
  cut_off_before_plan: "invalid",
  cut_off_overtaken: "conflict",
  reply_arrived: "conflict",
  input_changed: "conflict",
  // evaluation: draft, right of reply, final
  verdict_changed_meanwhile: "conflict",
  suggestion_changed: "conflict",
  verdict_refused: "invalid",
  reply_awaited: "locked",
  reply_after_final: "locked",
  already_replied: "conflict",
  claim_changed_meanwhile: "conflict",
  claim_refused: "invalid",
  no_open_round: "locked",
  // the entry window (case C17)
  window_not_open: "locked",
  window_closed: "locked",
  // facts that do not hold together
  structure_broken: "invalid",
  value_refused: "invalid",
  no_plan_version: "not_found",
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_KINDS;
type ErrorParams = Readonly<Record<string, string | number | null>>;

export class DomainError extends Error {
  readonly kind: ErrorKind;
  constructor(readonly code: ErrorCode, readonly params: ErrorParams = {}) {
    super(code);
    this.name = "DomainError";
    this.kind = ERROR_KINDS[code];
  }
}
