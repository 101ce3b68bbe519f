import type { Actor } from "~/domain/permissions";

interface ActorFacts {
  userId: string;
  ceiling: string;
  grants: readonly { role: string; agencyId: string | null }[];
}

/**
 * The actor that permissions judge. Somebody who is nothing but a reader (or nothing at all) reads what is public,
 * whatever clearance the account holds (rule 18).
 */
export function actorOf(facts: ActorFacts): Actor {
  const isOnlyReader = facts.grants.every(({ role }) => role === "reader");
  return {
    userId: facts.userId,
    grants: facts.grants.map(({ role, agencyId }) => ({ role, agencyId })) as Actor["grants"],
    ceiling: (isOnlyReader ? "public" : facts.ceiling) as Actor["ceiling"],
  };
}
