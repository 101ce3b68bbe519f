import type { Translation } from "../catalogue";
import type { verification as source } from "../uk/verification";

export const verification = {
  verify: "Verify the value",
  return: "Return with a reason",
  claimed: "Claimed",
} satisfies Translation<typeof source>;
