/**
 * Who may open and who may send what, for every address: the table that the test of every route walks. An address
 * without a line here fails that test. The rule itself is asked in features (`can`), after loading; a line says which
 * action that is, so that the test can hold the two against each other for every role.
 */
import type { Action } from "~/domain/roles";

export type Access =
  /** anybody, signed in or not; says why */
  | { open: string }
  /** anybody with an account: the page shows each person their own */
  | "signed_in"
  /** whoever has one of these actions for the thing itself; nobody else learns that it exists */
  | readonly Action[];

export interface RouteRule {
  load: Access;
  /** what may be sent: one rule, or one for each button (INTENT_FIELD); absent: nothing may be */
  act?: Access | Readonly<Record<string, readonly Action[] | "signed_in">>;
  /** a page that only reads records: once drawn it may be shown again while they stand (kept-pages.server.ts) */
  kept?: true;
}

const open = (why: string): Access => ({ open: why });
const reads = (...actions: Action[]): RouteRule => ({ load: actions });
const readsKept = (...actions: Action[]): RouteRule => ({ load: actions, kept: true });

export const ROUTE_RULES: Readonly<Record<string, RouteRule>> = {
  "*": { load: open("an address that is nothing says so to everybody"), act: open("and so does a post to it") },
  "/": { load: "signed_in" },

  "/sign-in": { load: open("signing in"), act: open("signing in") },
  "/sign-out": { load: "signed_in", act: "signed_in" },
  "/account": { load: "signed_in", act: { password: ["change_own_password"], language: ["change_own_password"] } },
  "/reset/:token": { load: open("the one-time link is the proof"), act: open("the one-time link is the proof") },
  "/setup": { load: open("there only while nobody is administrator"), act: open("the code from the log is the proof") },
  "/help/marks": { load: open("explains signs, shows no data") },
  "/help/method": { load: open("explains rules, shows no data") },

  "/admin/users": { load: ["manage_users"], act: ["manage_users"] },
  "/admin/users.csv": reads("manage_users"),
  "/admin/users/:id": {
    load: ["manage_users"],
    act: { account: ["manage_users"], grant: ["grant_role"], end_grant: ["grant_role"], reset: ["reset_password"], revoke: ["revoke_sessions"] },
  },
  "/admin/users/:id/grants.csv": reads("manage_users"),
  "/admin/agencies": { load: ["manage_agencies"], act: ["manage_agencies"] },
  "/admin/agencies.csv": reads("manage_agencies"),
  "/admin/purge": { load: ["request_purge"], act: ["request_purge"] },
  "/security": {
    load: ["view_security_log"],
    act: { revoke: ["revoke_sessions"], clearance: ["set_clearance"], confirm_purge: ["confirm_purge"] },
  },
  "/security/acts.csv": reads("export_security_log"),
  "/security/sessions.csv": reads("export_security_log"),
  "/security/clearances.csv": reads("export_security_log"),
  "/audit": { load: ["view_audit"], act: ["view_audit"] },
  "/audit.csv": reads("view_audit"),

  "/plans": reads("view_plan"),
  "/plans.csv": reads("export_table"),
  "/plans/:plan": readsKept("view_plan"),
  "/plans/:plan/nodes/:code": readsKept("view_plan"),
  "/plans/:plan/measures/:code": { load: ["view_plan"], act: { claim: ["claim_completion"] } },
  "/plans/:plan/indicators/:code": reads("view_plan"),
  "/plans/:plan/tree.csv": reads("export_table"),
  "/plans/:plan/nodes/:code/parts.csv": reads("export_table"),
  "/plans/:plan/nodes/:code/outcomes.csv": reads("export_table"),
  "/plans/:plan/measures/:code/indicators.csv": reads("export_table"),
  "/plans/:plan/measures/:code/funding.csv": reads("export_table"),
  "/plans/:plan/indicators/:code/values.csv": reads("export_table"),
  "/plans/:plan/scorecard/:period": readsKept("view_scorecard"),
  "/plans/:plan/scorecard/:period/indicators": readsKept("view_scorecard"),
  "/plans/:plan/scorecard/:period/goals.csv": reads("export_table"),
  "/plans/:plan/scorecard/:period/average.csv": reads("export_table"),
  "/plans/:plan/scorecard/:period/outcomes.csv": reads("export_table"),
  "/plans/:plan/scorecard/:period/evidence.csv": reads("export_table"),
  "/plans/:plan/scorecard/:period/measures.csv": reads("export_table"),
  "/plans/:plan/scorecard/:period/indicators.csv": reads("export_table"),
  "/plans/:plan/overview/:period": readsKept("view_scorecard"),
  "/plans/:plan/overview/:period/problems.csv": reads("export_table"),
  "/plans/:plan/overview/:period/bodies.csv": reads("export_table"),
  "/plans/:plan/overview/:period/reporting.csv": reads("export_table"),
  "/plans/:plan/overview/:period/years.csv": reads("export_table"),
  "/plans/:plan/bridge": readsKept("view_scorecard"),
  "/plans/:plan/bridge.csv": reads("export_table"),
  "/plans/:plan/bridge/items.csv": reads("export_table"),
  "/editions": reads("view_edition"),
  "/editions.csv": reads("view_edition"),
  "/editions/:code": reads("view_edition"),
  "/editions/:code/figures.csv": reads("view_edition"),
  "/editions/:code/changes.csv": reads("view_edition"),
  "/editions/:code/challenges.csv": reads("view_preparation"),
  "/plans/:plan/editions/prepare": { load: ["prepare_edition"], act: ["prepare_edition"] },
  "/plans/:plan/editions/:id": reads("view_preparation"),
  "/plans/:plan/editions/:id/challenges.csv": reads("view_preparation"),
  "/plans/:plan/editions/:id/figures.csv": reads("view_preparation"),
  "/plans/:plan/editions/:id/release": { load: ["release_edition"], act: ["release_edition"] },
  "/obligations/:id": {
    load: ["save_draft", "view_value"],
    act: {
      check: ["submit_value"], edit: ["save_draft"], submit: ["submit_value"], correct: ["correct_value"], no_change: ["submit_value"],
      draft: ["save_draft"], leave: ["save_draft"],
    },
  },
  "/submissions/:id": reads("view_value"),
  "/submissions/:id/items.csv": reads("export_table"),
  "/values/:measurementId": reads("view_value"),
  "/values/:measurementId/versions.csv": reads("export_table"),
  "/verify": reads("verify_value"),
  "/verify.csv": reads("verify_value"),
  "/verify/:measurementId": { load: ["verify_value"], act: { accept: ["verify_value"], return: ["return_value"] } },
  "/scoring": reads("score_measure"),
  "/scoring.csv": reads("score_measure"),
  "/scoring/unjudged": reads("view_unjudged"),
  "/scoring/unjudged.csv": reads("view_unjudged"),
  "/scoring/:plan/:period/:measure": { load: ["score_measure"], act: { draft: ["score_measure"], finalise: ["score_measure"] } },
  "/scoring/:plan/:period/:measure/values.csv": reads("score_measure"),
  "/verdicts/:id": { load: ["reply_to_verdict", "view_draft_verdict"], act: { reply: ["reply_to_verdict"] } },
  "/approve": { load: ["approve_submission"], act: { approve: ["approve_submission"], send_back: ["approve_submission"] } },
  "/board": reads("view_completeness_board"),
  "/board.csv": reads("view_completeness_board"),
  "/evidence/:id": reads("download_evidence"),
};
