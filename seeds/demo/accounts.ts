import { hashPassword } from "../../app/features/account/password.server";
import type { Rows } from "../acts";
import { agencyId } from "../reference/agencies";
import { seedId } from "../seed-id";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, PAST_RECORDS } from "./account-list";

export const accountId = (login: string) => seedId("user_account", login);

/** Hashed once and used for every account. */
export const demoPasswordHash = () => hashPassword(DEMO_PASSWORD);

export function accountRows(passwordHash: string, at: string): Rows {
  const everyone = [...DEMO_ACCOUNTS, PAST_RECORDS];
  return {
    user_account: everyone.map(({ login, name, ceiling, language }) => ({
      id: accountId(login), login, name_uk: name.uk, name_en: name.en, ceiling, language, created_at: at,
    })),
    password_credential: DEMO_ACCOUNTS.map(({ login }) => ({ user_id: accountId(login), hash: passwordHash, changed_at: at })),
    role_grant: DEMO_ACCOUNTS.flatMap(({ login, grants }) =>
      grants.map(({ role, agency }) => ({
        id: seedId("role_grant", login, role, agency ?? ""), user_id: accountId(login), role,
        agency_id: agency === null ? null : agencyId(agency), from_at: at, granted_by: accountId("admin"),
      })),
    ),
  };
}

/** Who types for a body: its focal point, else past papers stand in. */
export function authorOf(agency: string): string {
  const account = DEMO_ACCOUNTS.find(({ grants }) => grants.some((grant) => grant.role === "focal_point" && grant.agency === agency));
  return accountId((account ?? PAST_RECORDS).login);
}

/** Who sends for a body: its approver where it has one, else whoever typed. */
export function senderOf(agency: string): string {
  const account = DEMO_ACCOUNTS.find(({ grants }) => grants.some((grant) => grant.role === "agency_approver" && grant.agency === agency));
  return account ? accountId(account.login) : authorOf(agency);
}

/** Evaluators with the body they come from, in the order they are asked. */
export const EVALUATORS = DEMO_ACCOUNTS.flatMap(({ login, grants, ceiling }) =>
  grants.filter((grant) => grant.role === "evaluator").map((grant) => ({ id: accountId(login), agency: grant.agency ?? "", ceiling })),
);
