/**
 * Who may do what: one pure function with reasons, and the same said as a scope for lists.
 *
 * Order of the questions: does the actor see the thing at all (access ceiling first, rule 18)? does a role allow
 * the act, and for this body? do four eyes forbid it? Not seeing answers "not_found", as if it did not exist.
 * Four eyes: nobody verifies, returns or approves what they submitted, nor judges a value of a body they report
 * for, nor a measure their own body leads or is obliged to execute (case C16); nobody answers their own
 * verdict or releases what they prepared.
 */
import { isWithinCeiling, lowerCeiling } from "./access";
import type { ErrorCode } from "./errors";
import type { AccessLevel, Executor, Id } from "./facts";
import { EVERYONE, GRANTABLE, ROLES, type Action, type Reach, type Role } from "./roles";

interface Grant {
  role: Role;
  /** the body a focal point or approver acts for; the own body of everybody else, where they have one */
  agencyId: Id | null;
}

export interface Actor {
  userId: Id;
  grants: Grant[];
  ceiling: AccessLevel;
}

/** What is acted on; leave out what does not apply. */
export interface Subject {
  /** the body that owes or sent the value */
  agencyId?: Id;
  /** authors of every version of the measurement, not only the last */
  authorIds?: Id[];
  access?: AccessLevel;
  /** the value is not verified */
  provisional?: boolean;
  /** executors of the measure it belongs to */
  executors?: Pick<Executor, "agencyId" | "byConsent">[];
  /** the account acted on, and the roles it holds */
  userId?: Id;
  userRoles?: Role[];
  /** the role to be given */
  role?: Role;
  /** who asked for the purge */
  requestedById?: Id;
  /** who gave the verdict */
  evaluatorId?: Id;
  /** who prepared the edition */
  preparedById?: Id;
}

type Permission = { ok: true } | { ok: false; reason: ErrorCode; visible: boolean };

export function can(actor: Actor, action: Action, about: Subject = {}): Permission {
  const subject = asNamed(action, about);
  const reach = reachOf(actor, action, subject);
  const visible = reach === "yes" || sees(actor, action, subject);
  const refuse = (reason: ErrorCode): Permission => (visible ? { ok: false, reason, visible } : { ok: false, reason: "not_found", visible });
  if (isAboutPlan(action) && !seesPart(actor, subject)) return { ok: false, reason: "not_found", visible: false };
  if (reach !== "yes") return refuse(reach);
  const eyes = fourEyes(actor, action, subject) ?? aboutAccounts(actor, action, subject);
  return eyes === null ? { ok: true } : refuse(eyes);
}

/** Two of the actions say in their name what is looked at. */
function asNamed(action: Action, subject: Subject): Subject {
  if (action === "view_restricted") return { ...subject, access: "restricted" };
  return action === "view_provisional" ? { ...subject, provisional: true } : subject;
}

/** What the actor may list; the `where` of a query. */
interface VisibleScope {
  plan: boolean;
  /** ceiling of whole-plan readings; null = sees no plan */
  ceiling: AccessLevel | null;
  /** restricted parts of these bodies' obligations may be seen one by one, though not in whole-plan readings */
  restrictedOf: "all" | Id[];
  provisionalOf: "all" | Id[];
  /** verdicts that are not final yet */
  draftVerdictsOf: "all" | Id[];
  evidenceOf: "all" | Id[];
  /** bodies the actor reports for */
  reportsFor: Id[];
  approvesFor: Id[];
  /** bodies the actor answers an evaluator for */
  answersFor: Id[];
  /** bodies for which the actor claims what became of a measure */
  claimsFor: Id[];
  /** the review queue; null = none. What the actor may not judge is not listed (case C16) */
  review: { exceptAuthorId: Id; exceptAgencyIds: Id[]; exceptExecutedByAgencyIds: Id[] } | null;
  completenessBoard: boolean;
}

export function visibleScope(actor: Actor): VisibleScope {
  const of = (action: Action): "all" | Id[] => {
    const reaches = reachesFor(actor, action);
    if (reaches.some(({ reach }) => reach === "any")) return "all";
    return [...new Set(reaches.flatMap(({ reach, agencyId }) => (reach === "own" && agencyId !== null ? [agencyId] : [])))];
  };
  const listOf = (action: Action) => { const bodies = of(action); return bodies === "all" ? [] : bodies; };
  const plan = may(actor, "view_plan");
  return {
    plan,
    ceiling: plan ? readingCeiling(actor) : null,
    restrictedOf: isWithinCeiling("restricted", actor.ceiling) ? of("view_restricted") : [],
    provisionalOf: of("view_provisional"),
    draftVerdictsOf: of("view_draft_verdict"),
    evidenceOf: of("download_evidence"),
    reportsFor: listOf("submit_value"),
    approvesFor: listOf("approve_submission"),
    answersFor: listOf("reply_to_verdict"),
    claimsFor: listOf("claim_completion"),
    review: may(actor, "verify_value")
      ? { exceptAuthorId: actor.userId, exceptAgencyIds: ownBodies(actor), exceptExecutedByAgencyIds: ownBodies(actor) }
      : null,
    completenessBoard: may(actor, "view_completeness_board"),
  };
}

/** The ceiling of a whole-plan reading: restricted only for those who see restricted parts of every body. */
export function readingCeiling(actor: Actor): AccessLevel {
  const everywhere = reachesFor(actor, "view_restricted").some(({ reach }) => reach === "any");
  return everywhere ? actor.ceiling : lowerCeiling(actor.ceiling, "internal");
}

/** Bodies the person belongs to, by any of their grants. */
const ownBodies = (actor: Actor): Id[] => [...new Set(actor.grants.flatMap(({ agencyId }) => agencyId ?? []))];

/** Some grant allows the action for something. For menus; a page still asks `can` about its subject. */
export const may = (actor: Actor, action: Action) => reachesFor(actor, action).length > 0;

/** The security administrator sees no plan and no values, whatever else the account was given. */
function reachesFor(actor: Actor, action: Action): { reach: Reach; agencyId: Id | null }[] {
  const apart = actor.grants.filter(({ role }) => role === "security_administrator");
  const grants = apart.length > 0 ? apart : actor.grants;
  const byRole = grants.flatMap(({ role, agencyId }) => {
    const reach = ROLES[role][action];
    return reach === undefined ? [] : [{ reach, agencyId }];
  });
  const forAll = EVERYONE[action];
  return forAll === undefined ? byRole : [...byRole, { reach: forAll, agencyId: null }];
}

function reachOf(actor: Actor, action: Action, subject: Subject): "yes" | ErrorCode {
  const reaches = reachesFor(actor, action);
  if (reaches.length === 0) return "role_lacks_action";
  const reached = reaches.some(({ reach, agencyId }) => {
    if (reach === "any") return true;
    if (reach === "self") return subject.userId === undefined || subject.userId === actor.userId;
    return agencyId !== null && isOfBody(action, subject, agencyId);
  });
  if (reached) return "yes";
  return reaches.some(({ reach }) => reach === "own") ? "other_agency" : "role_lacks_action";
}

/** A part of the plan without one owing body is seen by every body that executes it; acts always name the body. */
function isOfBody(action: Action, subject: Subject, agencyId: Id): boolean {
  // a claim is made by a body about its own share of a measure
  if (action === "claim_completion" && subject.executors !== undefined && !executes(subject, agencyId)) return false;
  if (subject.agencyId !== undefined) return subject.agencyId === agencyId;
  if (action === "view_work_list") return true;
  const viewing = action === "view_restricted" || action === "view_provisional" || action === "download_evidence";
  return viewing && executes(subject, agencyId);
}

const executes = ({ executors = [] }: Subject, agencyId: Id) => executors.some((executor) => executor.agencyId === agencyId);

/** Acts on values and measures are refused with a reason to whoever sees them; administration is invisible to others. */
const ON_VALUES: readonly Action[] = [
  "save_draft", "submit_value", "correct_value", "approve_submission", "verify_value", "return_value", "score_measure", "claim_completion",
];
const ABOUT_PLAN: readonly Action[] = [
  ...ON_VALUES,
  "view_plan", "view_value", "view_provisional", "view_restricted", "view_scorecard", "export_table", "download_evidence",
  "view_draft_verdict", "reply_to_verdict",
  "view_edition", "view_preparation", "prepare_edition", "release_edition",
];

const isAboutPlan = (action: Action) => ABOUT_PLAN.includes(action);

function sees(actor: Actor, action: Action, subject: Subject): boolean {
  if (ON_VALUES.includes(action)) return may(actor, "view_value") && seesPart(actor, subject);
  if (action === "release_edition") return may(actor, "view_preparation") && seesPart(actor, subject);
  if (action === "reply_to_verdict") return reachOf(actor, "view_draft_verdict", subject) === "yes" && seesPart(actor, subject);
  return false;
}

/** The part of the plan lies within the ceiling, is of a body whose restricted or unverified parts the actor sees. */
function seesPart(actor: Actor, subject: Subject): boolean {
  const level = subject.access ?? "public";
  if (!isWithinCeiling(level, actor.ceiling)) return false;
  if (level === "restricted" && reachOf(actor, "view_restricted", subject) !== "yes") return false;
  return !subject.provisional || reachOf(actor, "view_provisional", subject) === "yes";
}

function fourEyes(actor: Actor, action: Action, subject: Subject): ErrorCode | null {
  if (action === "confirm_purge") return subject.requestedById === actor.userId ? "own_request" : null;
  if (action === "release_edition") return subject.preparedById === actor.userId ? "own_preparation" : null;
  if (action === "reply_to_verdict") return subject.evaluatorId === actor.userId ? "own_verdict" : null;
  const judges = action === "verify_value" || action === "return_value" || action === "score_measure";
  if (!judges && action !== "approve_submission") return null;
  if (subject.authorIds?.includes(actor.userId)) return "own_submission";
  if (!judges) return null;
  const own = ownBodies(actor);
  const isOwn = subject.agencyId !== undefined && own.includes(subject.agencyId);
  const ownExecutes = (subject.executors ?? []).some(({ agencyId, byConsent }) => !byConsent && own.includes(agencyId));
  if (action === "score_measure" && ownExecutes) return "own_body_executes";
  if (isOwn) return "own_agency";
  return ownExecutes ? "own_body_executes" : null;
}

/** Nobody raises themselves or takes over an account that can do what they cannot. */
function aboutAccounts(actor: Actor, action: Action, subject: Subject): ErrorCode | null {
  if (action !== "grant_role" && action !== "set_clearance" && action !== "reset_password" && action !== "manage_users") return null;
  // one's own name and language are changed on one's own page, one's own password likewise
  if (subject.userId !== undefined && subject.userId === actor.userId) return "own_account";
  const held = subject.userRoles ?? [];
  if (action === "set_clearance") return null;
  const grantable = actor.grants.flatMap(({ role }) => GRANTABLE[role] ?? []);
  if (!held.every((role) => grantable.includes(role))) return "account_protected";
  // a new password for the second person of a purge would make one person two
  if (action === "reset_password" && held.includes("security_administrator")) return "account_protected";
  if (action !== "grant_role" || subject.role === undefined) return null;
  if (!grantable.includes(subject.role)) return "role_not_grantable";
  const others = held.filter((role) => role !== subject.role);
  const apart = subject.role === "security_administrator" ? others.length > 0 : held.includes("security_administrator");
  return apart ? "roles_kept_apart" : null;
}

