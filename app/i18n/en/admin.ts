import type { Translation } from "../catalogue";
import type { admin as uk } from "../uk/admin";

/** Accounts, grants, agencies, security. */
export const admin = {
  people: "People",
  settings: "Settings",
  role: {
    focal_point: "Focal point",
    agency_approver: "Agency approver",
    coordinator: "Coordinator",
    evaluator: "Evaluator",
    leadership: "Leadership",
    reader: "Reader",
    security_administrator: "Security administrator",
    administrator: "Administrator",
  },
} satisfies Translation<typeof uk>;
