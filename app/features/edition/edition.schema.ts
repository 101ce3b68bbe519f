/** What the forms of preparing and releasing must hold. */
import { z } from "zod";
import { BASES } from "~/features/plan/reading-choices";
import { readTypedDate } from "~/features/value/typed-date";
import { typedText } from "~/features/value/typed-text";

export const EDITION_CEILINGS = ["public", "internal"] as const;

const FOREWORD_LENGTH = 4000;

/** `periods`: those the form offers. */
export const prepareSchema = (periods: readonly string[]) => z.object({
  period: z.string({ error: "errors.requiredChoice" }).refine((key) => periods.includes(key), "errors.requiredChoice"),
  ceiling: z.enum(EDITION_CEILINGS, { error: "errors.requiredChoice" }),
  basis: z.enum(BASES, { error: "errors.requiredChoice" }),
  // 24.11.2026 or 2026-11-24; nothing typed is now
  cut_off: z.string().max(20).optional().transform((text, check) => {
    const date = readTypedDate(text ?? "");
    if (date === undefined) check.addIssue({ code: "custom", message: "errors.date" });
    return date ?? null;
  }),
  foreword_uk: typedText(FOREWORD_LENGTH),
  foreword_en: typedText(FOREWORD_LENGTH),
});

export const releaseSchema = z.object({ challenges_read: z.literal("on", { error: "errors.requiredTick" }) });
