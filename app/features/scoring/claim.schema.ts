import { z } from "zod";
import { CLAIMED_STATUSES } from "~/domain/verdict-checks";
import { readTypedDate } from "../value/typed-date";
import { typedText } from "../value/typed-text";

/** What a body says of the whole measure: a status, the document that shows it, a few words. */
export const claimSchema = z
  .object({
    agency: z.uuid(),
    /** the round, and how many claims of the body it held when the form was opened */
    round: z.string().regex(/^[0-9a-f-]{36}\.\d{1,6}$/),
    claimed: typedText(40), document_no: typedText(200), document_on: typedText(20), claim_text: typedText(4000), declared: z.string().optional().default(""),
  })
  .transform((typed, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message, input: typed });
    const status = CLAIMED_STATUSES.find((code) => code === typed.claimed);
    const on = readTypedDate(typed.document_on);
    if (status === undefined) say("claimed", "errors.requiredChoice");
    if (on === undefined) say("document_on", "errors.date");
    if (typeof on === "string" && typed.document_no === "") say("document_no", "scoring.problem.document_no_required");
    if ((typed.claim_text !== "" || typed.document_no !== "") && typed.declared === "") say("declared", "scoring.problem.declaration_required");
    if (status === undefined || context.issues.length > 0) return z.NEVER;
    const [cycleId = "", seen] = typed.round.split(".");
    return { agencyId: typed.agency, cycleId, seen: Number(seen), status, documentNo: typed.document_no, documentOn: on ?? null, text: typed.claim_text };
  });
