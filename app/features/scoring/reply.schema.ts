import { z } from "zod";

const text = z.string().trim().max(4000).optional().default("");

/** The body's answer to a draft: agreed, or with remarks, which then must be written. */
export const replySchema = z
  .object({ answer: z.string().optional().default(""), text, declared: z.string().optional().default("") })
  .transform(({ answer, text: said, declared }, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message, input: answer });
    if (answer !== "agreed" && answer !== "remarks") say("answer", "errors.requiredChoice");
    if (answer === "remarks" && said === "") say("text", "scoring.problem.remarks_required");
    if (said !== "" && declared === "") say("declared", "scoring.problem.declaration_required");
    return { agreed: answer === "agreed", text: said };
  });
