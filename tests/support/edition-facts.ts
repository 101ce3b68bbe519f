/** Facts an edition stands on that the builders of plans and values do not make: verdicts and interruptions. */
import type { DisruptionFact, DisruptionScopeKind, Id, VerdictFact } from "~/domain/facts";

/** Final, implemented as suggested, on documents seen, of the lead, in the cycle of 2020. */
export const aVerdict = (measureId: Id, change: Partial<VerdictFact> = {}): VerdictFact => ({
  id: `verdict ${measureId} ${change.agencyId ?? "SBGS"}`, measureId, agencyId: "SBGS", periodKey: "2020", stage: "final", status: "implemented",
  suggested: change.status ?? "implemented", grade: "document_seen", amendedOn: null, evaluatorId: "evaluator", ...change,
});

/** A pause of the year 2020 with its act. */
export const suspends = (scopeKind: DisruptionScopeKind, scopeId: Id, change: Partial<DisruptionFact> = {}): DisruptionFact => ({
  id: `stop ${scopeId}`, from: "2020-03-01", to: "2020-12-31", what: { uk: "-", en: "-" }, legalBasis: "act 1", scopeKind, scopeId, effect: "pause", ...change,
});
