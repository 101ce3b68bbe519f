import type { Translation } from "../catalogue";
import type { audit as source } from "../uk/audit";

export const audit = {
  title: "Audit log",
} satisfies Translation<typeof source>;
