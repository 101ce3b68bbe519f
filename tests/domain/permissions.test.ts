/**
 * Who may do what. The matrix below is the whole of it: every role and action, tried on a thing of one's own body
 * and of another; then the rules that no role can override.
 */
import { describe, expect, test } from "vitest";
import { can, may, readingCeiling, visibleScope, type Actor, type Subject } from "~/domain/permissions";
import { ACTIONS, EVERYONE, ROLES, type Action, type Role } from "~/domain/roles";

const actor = (ceiling: Actor["ceiling"], ...grants: [Role, string | null][]): Actor => ({
  userId: "me", ceiling, grants: grants.map(([role, agencyId]) => ({ role, agencyId })),
});
const allRoles = Object.keys(ROLES) as Role[];

/** Y yes · r refused with a reason · blank: not visible, as if it did not exist */
const sign = (who: Actor, action: Action, subject: Subject) => {
  const answer = can(who, action, subject);
  return answer.ok ? "Y" : answer.visible ? "r" : ".";
};

function matrix(): string {
  const heads = allRoles.map((role) => role.slice(0, 9).padEnd(10)).join("");
  const lines = ACTIONS.map((action) => {
    const cells = allRoles.map((role) => {
      // the role is held for SBGS; the thing belongs to SBGS, then to SCS; accounts: one's own, then another's
      const who = actor("restricted", [role, "SBGS"]);
      const own = sign(who, action, { agencyId: "SBGS", userId: "me" });
      const other = sign(who, action, { agencyId: "SCS", userId: "other" });
      return `${own} ${other}`.padEnd(10);
    });
    return `${action.padEnd(24)}${cells.join("")}`.trimEnd();
  });
  return [`${"own body / other body".padEnd(24)}${heads}`.trimEnd(), ...lines].join("\n");
}

test("the whole matrix", () => {
  expect(matrix()).toMatchInlineSnapshot(`
    "own body / other body   focal_poi agency_ap coordinat evaluator leadershi reader    security_ administr
    view_plan               Y Y       Y Y       Y Y       Y Y       Y Y       Y Y       . .       Y Y
    view_value              Y Y       Y Y       Y Y       Y Y       Y Y       Y Y       . .       Y Y
    view_provisional        Y .       Y .       Y Y       Y Y       Y Y       . .       . .       . .
    view_restricted         Y .       Y .       Y Y       Y Y       Y Y       . .       . .       . .
    view_scorecard          Y Y       Y Y       Y Y       Y Y       Y Y       Y Y       . .       Y Y
    view_work_list          Y .       Y .       Y Y       Y Y       Y Y       Y Y       Y Y       Y Y
    view_completeness_board . .       . .       Y Y       Y Y       Y Y       . .       . .       . .
    export_table            Y Y       Y Y       Y Y       Y Y       Y Y       Y Y       . .       Y Y
    download_evidence       Y .       Y .       Y Y       Y Y       Y Y       . .       . .       . .
    save_draft              Y r       r r       r r       r r       r r       r r       . .       r r
    submit_value            Y r       r r       r r       r r       r r       r r       . .       r r
    correct_value           Y r       r r       r r       r r       r r       r r       . .       r r
    approve_submission      r r       Y r       r r       r r       r r       r r       . .       r r
    verify_value            r r       r r       r r       r Y       r r       r r       . .       r r
    return_value            r r       r r       r r       r Y       r r       r r       . .       r r
    score_measure           r r       r r       r r       r Y       r r       r r       . .       r r
    view_draft_verdict      Y .       Y .       Y Y       Y Y       . .       . .       . .       . .
    reply_to_verdict        Y .       r .       r r       r r       . .       . .       . .       . .
    claim_completion        Y r       r r       r r       r r       r r       r r       . .       r r
    view_unjudged           . .       . .       Y Y       . .       . .       . .       . .       . .
    view_edition            Y Y       Y Y       Y Y       Y Y       Y Y       Y Y       . .       Y Y
    view_preparation        . .       . .       Y Y       Y Y       Y Y       . .       . .       . .
    prepare_edition         . .       . .       Y Y       . .       . .       . .       . .       . .
    release_edition         . .       . .       Y Y       r r       Y Y       . .       . .       . .
    manage_cycles           . .       . .       Y Y       . .       . .       . .       . .       . .
    manage_users            . .       . .       r Y       . .       . .       . .       . .       r Y
    grant_role              . .       . .       r Y       . .       . .       . .       . .       r Y
    set_clearance           . .       . .       . .       . .       . .       . .       r Y       . .
    reset_password          . .       . .       r Y       . .       . .       . .       . .       r Y
    manage_agencies         . .       . .       . .       . .       . .       . .       . .       Y Y
    view_audit              . .       . .       . .       . .       . .       . .       . .       Y Y
    view_security_log       . .       . .       . .       . .       . .       . .       Y Y       . .
    export_security_log     . .       . .       . .       . .       . .       . .       Y Y       . .
    revoke_sessions         Y .       Y .       Y .       Y .       Y .       Y .       Y Y       Y Y
    request_purge           . .       . .       Y Y       . .       . .       . .       . .       Y Y
    confirm_purge           . .       . .       . .       . .       . .       . .       Y Y       . .
    change_own_password     Y .       Y .       Y .       Y .       Y .       Y .       Y .       Y .
    sign_out                Y .       Y .       Y .       Y .       Y .       Y .       Y .       Y ."
  `);
});

test("every action but looking after oneself is allowed to some roles and not to others", () => {
  for (const action of ACTIONS.filter((each) => EVERYONE[each] === undefined || each === "revoke_sessions")) {
    const holders = allRoles.filter((role) => ROLES[role][action] !== undefined);
    expect(holders.length, action).toBeGreaterThan(0);
    if (action !== "view_work_list") expect(holders.length, action).toBeLessThan(allRoles.length);
  }
});

test("an account without roles may look after itself and nothing else", () => {
  const allowed = ACTIONS.filter((action) => can(actor("restricted"), action, { userId: "me", agencyId: "SBGS" }).ok);
  expect(allowed).toEqual(["revoke_sessions", "change_own_password", "sign_out"]);
});

describe("four eyes (case C16)", () => {
  const both = actor("internal", ["focal_point", "SBGS"], ["evaluator", "ICMPD"]);
  const rows: [string, Actor, Action, Subject, string][] = [
    ["own submission", both, "verify_value", { agencyId: "SCS", authorIds: ["other", "me"] }, "own_submission"],
    ["own submission, sent back", both, "return_value", { agencyId: "SCS", authorIds: ["me"] }, "own_submission"],
    ["a colleague's value of the body one reports for", both, "verify_value", { agencyId: "SBGS", authorIds: ["other"] }, "own_agency"],
    ["a measure one's own body leads", both, "verify_value", { agencyId: "SCS", executors: [{ agencyId: "ICMPD", byConsent: false }] }, "own_body_executes"],
    ["a measure one's own body joins by consent", both, "verify_value", { agencyId: "SCS", executors: [{ agencyId: "ICMPD", byConsent: true }] }, "ok"],
    ["the coordinator's body is their own body too", actor("internal", ["coordinator", "SBGS"], ["evaluator", null]), "verify_value", { agencyId: "SCS", executors: [{ agencyId: "SBGS", byConsent: false }] }, "own_body_executes"],
    ["an outside evaluator", actor("internal", ["evaluator", null]), "verify_value", { agencyId: "SBGS", authorIds: ["other"], executors: [{ agencyId: "SBGS", byConsent: false }] }, "ok"],
    ["the approver's own submission", actor("internal", ["focal_point", "SBGS"], ["agency_approver", "SBGS"]), "approve_submission", { agencyId: "SBGS", authorIds: ["me"] }, "own_submission"],
    ["the approver, another's submission", actor("internal", ["agency_approver", "SBGS"]), "approve_submission", { agencyId: "SBGS", authorIds: ["other"] }, "ok"],
    ["what one prepared oneself", actor("internal", ["coordinator", "SBGS"]), "release_edition", { access: "internal", preparedById: "me" }, "own_preparation"],
    ["leadership that also coordinates and prepared it", actor("internal", ["leadership", null], ["coordinator", null]), "release_edition", { preparedById: "me" }, "own_preparation"],
    ["what somebody else prepared", actor("internal", ["leadership", null]), "release_edition", { access: "internal", preparedById: "other" }, "ok"],
    ["a verdict on a measure one's own body leads, on another's share", both, "score_measure", { agencyId: "SCS", executors: [{ agencyId: "ICMPD", byConsent: false }, { agencyId: "SCS", byConsent: false }] }, "own_body_executes"],
    ["a verdict on one's own body that joins by consent", both, "score_measure", { agencyId: "ICMPD", executors: [{ agencyId: "SCS", byConsent: false }, { agencyId: "ICMPD", byConsent: true }] }, "own_agency"],
    ["a verdict on the others of that measure", both, "score_measure", { agencyId: "SCS", executors: [{ agencyId: "SCS", byConsent: false }, { agencyId: "ICMPD", byConsent: true }] }, "ok"],
    ["a verdict on what one reported oneself", actor("internal", ["evaluator", null]), "score_measure", { executors: [{ agencyId: "SCS", byConsent: false }], authorIds: ["me"] }, "own_submission"],
    ["a reply to one's own verdict", both, "reply_to_verdict", { agencyId: "SBGS", evaluatorId: "me" }, "own_verdict"],
    ["a reply to another's verdict", both, "reply_to_verdict", { agencyId: "SBGS", evaluatorId: "other" }, "ok"],
    ["the second person of a purge is not the first", actor("internal", ["security_administrator", null]), "confirm_purge", { requestedById: "me" }, "own_request"],
    ["the second person of a purge", actor("internal", ["security_administrator", null]), "confirm_purge", { requestedById: "other" }, "ok"],
  ];
  test.each(rows)("%s", (_, who, action, subject, expected) => {
    const answer = can(who, action, subject);
    expect(answer.ok ? "ok" : answer.reason).toBe(expected);
    if (!answer.ok) expect(answer.visible).toBe(true);
  });

  test("what one may not judge is not in one's review queue", () => {
    expect(visibleScope(both).review).toEqual({ exceptAuthorId: "me", exceptAgencyIds: ["SBGS", "ICMPD"], exceptExecutedByAgencyIds: ["SBGS", "ICMPD"] });
    expect(visibleScope(actor("internal", ["focal_point", "SBGS"])).review).toBeNull();
  });
});

describe("seeing (rule 18): what lies above the ceiling does not exist", () => {
  const rows: [string, Actor, Action, Subject, string][] = [
    ["a reader and an internal measure", actor("public", ["reader", null]), "view_plan", { access: "internal" }, "not_found"],
    ["a reader and an unverified value", actor("public", ["reader", null]), "view_value", { provisional: true }, "not_found"],
    ["a reader who was given clearance by mistake", actor("restricted", ["reader", null]), "view_plan", { access: "restricted" }, "not_found"],
    ["a focal point and another body's unverified value", actor("internal", ["focal_point", "SBGS"]), "view_value", { agencyId: "SCS", provisional: true }, "not_found"],
    ["a focal point and their own unverified value", actor("internal", ["focal_point", "SBGS"]), "view_value", { agencyId: "SBGS", provisional: true }, "ok"],
    ["a cleared focal point and a restricted measure their body executes", actor("restricted", ["focal_point", "SBGS"]), "view_plan", { access: "restricted", executors: [{ agencyId: "SBGS", byConsent: true }] }, "ok"],
    ["a cleared focal point and another's restricted measure", actor("restricted", ["focal_point", "SBGS"]), "view_plan", { access: "restricted", executors: [{ agencyId: "SCS", byConsent: false }] }, "not_found"],
    ["a cleared evaluator and a restricted value", actor("restricted", ["evaluator", null]), "verify_value", { agencyId: "SBGS", access: "restricted", provisional: true }, "ok"],
    ["an evaluator without clearance", actor("internal", ["evaluator", null]), "verify_value", { agencyId: "SBGS", access: "restricted" }, "not_found"],
    ["a focal point submits for another body", actor("internal", ["focal_point", "SBGS"]), "submit_value", { agencyId: "SCS" }, "other_agency"],
    ["a reader and an internal edition", actor("public", ["reader", null]), "view_edition", { access: "internal" }, "not_found"],
    ["a reader and a public edition", actor("public", ["reader", null]), "view_edition", { access: "public" }, "ok"],
    ["a reader and what is prepared", actor("internal", ["reader", null]), "view_preparation", { access: "public" }, "not_found"],
    ["an evaluator releases", actor("internal", ["evaluator", null]), "release_edition", { access: "public", preparedById: "other" }, "role_lacks_action"],
    ["leadership of a public ceiling and an internal preparation", actor("public", ["leadership", null]), "release_edition", { access: "internal", preparedById: "other" }, "not_found"],
    ["a reader submits", actor("public", ["reader", null]), "submit_value", { agencyId: "SCS" }, "role_lacks_action"],
    ["a focal point and a draft verdict on another body", actor("internal", ["focal_point", "SBGS"]), "view_draft_verdict", { agencyId: "SCS" }, "not_found"],
    ["a reader and a draft verdict", actor("public", ["reader", null]), "view_draft_verdict", { agencyId: "SCS" }, "not_found"],
    ["an evaluator without clearance and a restricted measure", actor("internal", ["evaluator", null]), "score_measure", { access: "restricted" }, "not_found"],
    ["a claim about a measure one's body does not execute", actor("internal", ["focal_point", "SBGS"]), "claim_completion", { agencyId: "SBGS", executors: [{ agencyId: "SCS", byConsent: false }] }, "other_agency"],
    ["a claim of a body that joins by consent", actor("internal", ["focal_point", "SBGS"]), "claim_completion", { agencyId: "SBGS", executors: [{ agencyId: "SBGS", byConsent: true }] }, "ok"],
    ["an act that names no body", actor("internal", ["focal_point", "SBGS"]), "submit_value", {}, "other_agency"],
  ];
  test.each(rows)("%s → %s", (_, who, action, subject, expected) => {
    const answer = can(who, action, subject);
    expect(answer.ok ? "ok" : answer.reason).toBe(expected);
    if (!answer.ok) expect(answer.visible).toBe(expected !== "not_found");
  });

  test("the security administrator sees no plan and no values, whatever else the account was given", () => {
    const who = actor("restricted", ["security_administrator", null], ["evaluator", null], ["coordinator", "SBGS"]);
    for (const action of ["view_plan", "view_value", "view_scorecard", "export_table", "verify_value", "download_evidence"] as const) {
      expect(can(who, action, { agencyId: "SBGS" }), action).toEqual({ ok: false, reason: "not_found", visible: false });
    }
    expect(visibleScope(who)).toMatchObject({ plan: false, ceiling: null, provisionalOf: [], restrictedOf: [], review: null });
    expect(may(who, "view_security_log")).toBe(true);
  });

  test.each<[string, Actor, string]>([
    ["clearance without the whole plan", actor("restricted", ["focal_point", "SBGS"]), "internal"],
    ["clearance with the whole plan", actor("restricted", ["evaluator", null]), "restricted"],
    ["a public reader", actor("public", ["reader", null]), "public"],
  ])("the ceiling of a whole-plan reading: %s", (_, who, expected) => expect(readingCeiling(who)).toBe(expected));
});

describe("accounts: nobody raises themselves, nor takes over who can do more", () => {
  const coordinator = actor("internal", ["coordinator", "SBGS"]);
  const administrator = actor("internal", ["administrator", null]);
  const rows: [string, Actor, Action, Subject, string][] = [
    ["a role for oneself", administrator, "grant_role", { userId: "me", role: "evaluator" }, "own_account"],
    ["clearance for oneself", actor("public", ["security_administrator", null]), "set_clearance", { userId: "me" }, "own_account"],
    ["clearance for another", actor("public", ["security_administrator", null]), "set_clearance", { userId: "other", userRoles: ["evaluator"] }, "ok"],
    ["clearance by the administrator", administrator, "set_clearance", { userId: "other" }, "not_found"],
    ["one's own password by the back door", administrator, "reset_password", { userId: "me" }, "own_account"],
    ["the coordinator makes a focal point", coordinator, "grant_role", { userId: "other", role: "focal_point" }, "ok"],
    ["the coordinator makes an evaluator", coordinator, "grant_role", { userId: "other", role: "evaluator" }, "role_not_grantable"],
    ["the coordinator resets an evaluator", coordinator, "reset_password", { userId: "other", userRoles: ["evaluator"] }, "account_protected"],
    ["the coordinator resets a focal point", coordinator, "reset_password", { userId: "other", userRoles: ["focal_point"] }, "ok"],
    ["the administrator resets an evaluator", administrator, "reset_password", { userId: "other", userRoles: ["evaluator"] }, "ok"],
    ["the administrator resets the second person of a purge", administrator, "reset_password", { userId: "other", userRoles: ["security_administrator"] }, "account_protected"],
    ["an evaluator becomes security administrator", administrator, "grant_role", { userId: "other", role: "security_administrator", userRoles: ["evaluator"] }, "roles_kept_apart"],
    ["a security administrator becomes coordinator", administrator, "grant_role", { userId: "other", role: "coordinator", userRoles: ["security_administrator"] }, "roles_kept_apart"],
    ["one person, several bodies", administrator, "grant_role", { userId: "other", role: "evaluator", userRoles: ["focal_point"] }, "ok"],
  ];
  test.each(rows)("%s", (_, who, action, subject, expected) => {
    const answer = can(who, action, subject);
    expect(answer.ok ? "ok" : answer.reason).toBe(expected);
  });
});
