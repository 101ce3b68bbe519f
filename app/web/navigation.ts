/** What stands in the bar for whom: asked of permissions, so that a role needs no line here. */
import { type Actor, may } from "~/domain/permissions";
import type { Action } from "~/domain/roles";
import type { NavItem } from "~/ui/root-data";

const ITEMS: readonly (NavItem & { action: Action })[] = [
  { href: "/", label: "home", action: "view_work_list" },
  { href: "/verify", label: "queue", action: "verify_value" },
  { href: "/board", label: "cycle", action: "view_completeness_board" },
  { href: "/plans", label: "plan", action: "view_plan" },
  { href: "/admin/users", label: "people", action: "manage_users" },
  { href: "/admin/agencies", label: "settings", action: "manage_agencies" },
  { href: "/audit", label: "audit", action: "view_audit" },
  { href: "/security", label: "security", action: "view_security_log" },
];

export function navigation(actor: Actor | null): NavItem[] {
  if (actor === null) return [];
  return ITEMS.filter(({ action }) => may(actor, action)).map(({ href, label }) => ({ href, label }));
}
