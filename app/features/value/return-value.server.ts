import type { Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { decide, type Decided } from "./decide.server";
import { openMeasurement } from "./open-measurement.server";
import { ValueRefused } from "./value-refused";

export interface Returned extends Decided {
  /** what the body must put right; required */
  reason: string;
}

/** Returns the latest version to the body with a reason. Throws as verifyValue does; ValueRefused without a reason. */
export async function returnValue(db: Db, actor: Actor, now: string, input: Returned): Promise<void> {
  const open = await openMeasurement(db, actor, now, input.measurementId, "return_value");
  if (input.reason.trim() === "") throw new ValueRefused([{ code: "return_reason_required", level: "demand", params: {} }]);
  await decide(db, actor, now, open, input, { decision: "returned", reason: input.reason, action: "return_value" });
}
