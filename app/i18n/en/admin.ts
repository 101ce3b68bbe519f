import type { Translation } from "../catalogue";
import type { admin as uk } from "../uk/admin";

/** Accounts, grants, agencies, security. */
export const admin = {
  people: "People",
  settings: "Settings",
} satisfies Translation<typeof uk>;
