import { createHash } from "node:crypto";
import { obligationsOwed } from "~/domain/obligations-owed";
import { obligationState } from "~/domain/statuses";
import type { Trx } from "~db/client.server";
import {
  deleteObligationsExcept, listCyclesOf, listMeasurementStates, setObligations, type ObligationToSet,
} from "~db/queries/owed-obligations";
import { getPlanFacts } from "~db/queries/plan-facts";
import { findPlan } from "~db/queries/plan-structure";

/**
 * Brings the obligations of every round of a plan in line with the facts: the plan, its versions, disruptions, and what
 * was submitted and decided by `now`. Call it when a round opens and after an amendment or a disruption. Same facts,
 * same rows: an obligation's id follows from its key.
 */
export async function buildObligations(trx: Trx, planCode: string, now: string): Promise<void> {
  const plan = await findPlan(trx, planCode, now);
  if (plan === null) return;
  const rounds = await listCyclesOf(trx, plan.id);
  const { disruptions } = await getPlanFacts(trx, plan.id, now);
  const states = new Map((await listMeasurementStates(trx, plan.id)).map((each) => [keyOf(each), each]));
  const structures = plan.versions.map((version) => version.structure);
  const obligations = rounds.flatMap((round) =>
    obligationsOwed(structures, round.period_key, disruptions).map((owed): ObligationToSet => ({
      ...owed,
      id: obligationId(round.id, owed),
      cycleId: round.id,
      dueOn: round.due_on,
      state: obligationState({ excludedReason: owed.excludedReason, versions: states.get(keyOf(owed))?.versions ?? [] }),
    })),
  );
  await setObligations(trx, obligations, now);
  await deleteObligationsExcept(trx, rounds.map((round) => round.id), obligations.map((each) => each.id));
}

interface Key {
  indicatorId: string;
  agencyId: string;
  periodKey: string;
}

const keyOf = (key: Key) => `${key.indicatorId}/${key.agencyId}/${key.periodKey}`;

/** The address of an obligation survives a rebuild. */
function obligationId(cycleId: string, key: Key): string {
  const bytes = createHash("sha256").update(`obligation/${cycleId}/${keyOf(key)}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
