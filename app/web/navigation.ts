/** What stands in the bar for whom: asked of permissions, so that a role needs no line here. */
import { type Actor, may } from "~/domain/permissions";
import type { Action } from "~/domain/roles";
import type { NavItem } from "~/ui/root-data";

/** The first page is a work list for whoever has work of their own, and an overview for the others. */
const WORK: readonly Action[] = ["submit_value", "approve_submission", "verify_value"];

const ITEMS: readonly (NavItem & { action: Action })[] = [
  { href: "/verify", label: "queue", action: "verify_value" },
  { href: "/scoring", label: "scoring", action: "score_measure" },
  { href: "/board", label: "cycle", action: "view_completeness_board" },
  { href: "/plans", label: "plan", action: "view_plan" },
  { href: "/editions", label: "editions", action: "view_edition" },
  { href: "/admin/users", label: "people", action: "manage_users" },
  { href: "/admin/agencies", label: "settings", action: "manage_agencies" },
  { href: "/audit", label: "audit", action: "view_audit" },
  { href: "/security", label: "security", action: "view_security_log" },
];

export function navigation(actor: Actor | null): NavItem[] {
  if (actor === null) return [];
  const home: NavItem = { href: "/", label: WORK.some((action) => may(actor, action)) ? "home" : "overview" };
  return [home, ...ITEMS.filter(({ action }) => may(actor, action)).map(({ href, label }) => ({ href, label }))];
}
