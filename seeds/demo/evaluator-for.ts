import { isWithinCeiling } from "../../app/domain/access";
import type { AccessLevel } from "../../app/domain/facts";
import { seedNumber } from "../seed-id";
import { EVALUATORS } from "./accounts";
import type { MeasureDraft } from "./plan-draft";

/** Evaluators of none of these bodies, cleared for what they are to judge; in the order they are asked. */
export const evaluatorsBeside = (agencies: readonly string[], access: AccessLevel) =>
  EVALUATORS.filter(({ agency, ceiling }) => !agencies.includes(agency) && isWithinCeiling(access, ceiling));

/**
 * An evaluator who may judge the value: not of the body that sent it, nor of one that leads the measure or is obliged
 * to execute it, and cleared for it. The same names choose the same person.
 */
export function evaluatorFor(value: { agency: string; measure: MeasureDraft | null; access: string }, ...names: string[]): string {
  const obliged = (value.measure?.executors ?? []).filter((executor) => !executor.byConsent).map((executor) => executor.agency);
  const able = evaluatorsBeside([value.agency, ...obliged], value.access as AccessLevel);
  const chosen = able[seedNumber(Math.max(1, able.length), "evaluator", ...names)];
  if (!chosen) throw new Error(`nobody may judge a value of ${value.agency}`);
  return chosen.id;
}
