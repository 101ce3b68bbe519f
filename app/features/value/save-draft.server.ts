import type { Actor } from "~/domain/permissions";
import { afterAct } from "~/domain/statuses";
import type { Db } from "~db/client.server";
import type { DraftBody } from "~db/queries/drafts";
import { keepTyped } from "./meet-conflict.server";
import { openObligation } from "./open-obligation.server";

interface DraftInput {
  obligationId: string;
  baseNo: number | null;
  /** fields exactly as typed; nothing is checked */
  typed: DraftBody;
}

/** Keeps what is typed so far, for the person only: no version, no audit, outside every figure. */
export async function saveDraft(db: Db, actor: Actor, now: string, input: DraftInput): Promise<void> {
  const open = await openObligation(db, actor, now, input.obligationId, "save_draft");
  afterAct(open.state === "awaiting_approval" ? "submitted" : open.state, "save_draft");
  await keepTyped(db, actor, now, input, "save_draft");
}
