import type { Verb } from "./cli";
import { createAdminVerb } from "./verbs/create-admin";
import { demoVerb } from "./verbs/demo";
import { editionsVerb } from "./verbs/editions";
import { importPlanVerb } from "./verbs/import-plan";
import { migrateVerb } from "./verbs/migrate";
import { publishPagesVerb } from "./verbs/publish-pages";
import { purgeVerb } from "./verbs/purge";
import { resetPasswordVerb } from "./verbs/reset-password";
import { rollupVerb } from "./verbs/rollup";
import { seedVerb } from "./verbs/seed";
import { serveVerb } from "./verbs/serve";
import { verifyAuditVerb } from "./verbs/verify-audit";

/** Every verb of the command line; a new one is a file and a line here. */
export const VERBS: readonly Verb[] = [
  migrateVerb,
  seedVerb,
  createAdminVerb,
  resetPasswordVerb,
  importPlanVerb,
  rollupVerb,
  editionsVerb,
  verifyAuditVerb,
  publishPagesVerb,
  purgeVerb,
  serveVerb,
  demoVerb,
];
