import { z } from "zod";

/** A text box: trimmed, at most `max` characters, blank where nothing was sent. */
export const typedText = (max: number) => z.string().trim().max(max).optional().default("");
