import type { Translation } from "../catalogue";
import type { admin as source } from "../uk/admin";

export const admin = {
  people: "People",
  settings: "Settings",
} satisfies Translation<typeof source>;
