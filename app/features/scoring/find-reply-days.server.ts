import { RIGHT_OF_REPLY_DAYS } from "~/domain/right-of-reply";
import type { Db } from "~db/client.server";
import { findSetting } from "~db/queries/settings";

/** Days a body has to reply to a draft verdict: data of the installation. */
export async function findReplyDays(db: Db): Promise<number> {
  const days = await findSetting(db, "right_of_reply_days");
  return typeof days === "number" ? days : RIGHT_OF_REPLY_DAYS;
}
