/**
 * Roles and what each may do, as data: one row a role (people of the field). `own` = for the bodies the grant
 * names; `self` = one's own account; `any` = everything within the reader's ceiling. What a row leaves out is
 * refused. A new role is one row here.
 */

export type Role =
  | "focal_point"
  | "agency_approver"
  | "coordinator"
  | "evaluator"
  | "leadership"
  | "reader"
  | "security_administrator"
  | "administrator";

export type Reach = "own" | "self" | "any";

export const ACTIONS = [
  "view_plan",
  "view_value",
  "view_provisional",
  "view_restricted",
  "view_scorecard",
  "view_work_list",
  "view_completeness_board",
  "export_table",
  "download_evidence",
  "save_draft",
  "submit_value",
  "correct_value",
  "approve_submission",
  "verify_value",
  "return_value",
  "score_measure",
  "view_draft_verdict",
  "reply_to_verdict",
  "claim_completion",
  "view_unjudged",
  "view_edition",
  "view_preparation",
  "prepare_edition",
  "release_edition",
  "manage_cycles",
  "manage_users",
  "grant_role",
  "set_clearance",
  "reset_password",
  "manage_agencies",
  "view_audit",
  "view_security_log",
  "export_security_log",
  "revoke_sessions",
  "request_purge",
  "confirm_purge",
  "change_own_password",
  "sign_out",
] as const;

export type Action = (typeof ACTIONS)[number];
type RoleRow = Partial<Record<Action, Reach>>;

/** Everyone with an account, whatever their roles. */
export const EVERYONE: RoleRow = { change_own_password: "self", sign_out: "self", revoke_sessions: "self" };
/** Everyone who reads the plan; the ceiling does the rest. */
const READING = { view_plan: "any", view_value: "any", view_scorecard: "any", view_edition: "any", export_table: "any" } as const satisfies RoleRow;

export const ROLES: Record<Role, RoleRow> = {
  focal_point: {
    ...READING,
    view_provisional: "own", view_restricted: "own", view_work_list: "own", download_evidence: "own",
    save_draft: "own", submit_value: "own", correct_value: "own",
    view_draft_verdict: "own", reply_to_verdict: "own", claim_completion: "own",
  },
  agency_approver: {
    ...READING,
    view_provisional: "own", view_restricted: "own", view_work_list: "own", download_evidence: "own",
    approve_submission: "own", view_draft_verdict: "own",
  },
  coordinator: {
    ...READING,
    view_provisional: "any", view_restricted: "any", view_work_list: "any", view_completeness_board: "any", download_evidence: "any",
    view_preparation: "any", prepare_edition: "any", release_edition: "any",
    manage_cycles: "any", manage_users: "any", grant_role: "any", reset_password: "any", request_purge: "any",
    view_draft_verdict: "any", view_unjudged: "any",
  },
  evaluator: {
    ...READING,
    view_provisional: "any", view_restricted: "any", view_work_list: "any", view_completeness_board: "any", download_evidence: "any",
    verify_value: "any", return_value: "any", score_measure: "any", view_draft_verdict: "any", view_preparation: "any",
  },
  leadership: {
    ...READING,
    view_provisional: "any", view_restricted: "any", view_work_list: "any", view_completeness_board: "any", download_evidence: "any",
    view_preparation: "any", release_edition: "any",
  },
  reader: { ...READING, view_work_list: "any" },
  // no plan, no values: a role apart, so that who watches the logs cannot be who reads the secrets
  security_administrator: {
    view_work_list: "any", view_security_log: "any", export_security_log: "any", revoke_sessions: "any", confirm_purge: "any", set_clearance: "any",
  },
  administrator: {
    ...READING,
    view_work_list: "any", view_audit: "any", revoke_sessions: "any", request_purge: "any",
    manage_users: "any", grant_role: "any", reset_password: "any", manage_agencies: "any",
  },
};

/** Which roles a role may give and whose accounts it may open anew: nobody reaches above themselves by an account. */
export const GRANTABLE: Partial<Record<Role, readonly Role[]>> = {
  coordinator: ["focal_point", "agency_approver", "reader"],
  administrator: ["focal_point", "agency_approver", "coordinator", "evaluator", "leadership", "reader", "security_administrator", "administrator"],
};

/** Roles that are bound to a body. */
export const AGENCY_ROLES: readonly Role[] = ["focal_point", "agency_approver"];
