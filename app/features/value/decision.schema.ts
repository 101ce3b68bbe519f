import { z } from "zod";
import { typedText } from "./typed-text";

const seen = {
  no: z.coerce.number().int().positive(),
  decisions_seen: z.coerce.number().int().min(0),
};

/** Accepting: which version was looked at, and what had been decided about it by then. */
export const acceptSchema = z.object(seen);

/** Returning, or sending back: the reason is required. */
export const returnSchema = z.object({ ...seen, reason: typedText(2000).refine((text) => text !== "", { message: "entry.finding.return_reason_required" }) });
