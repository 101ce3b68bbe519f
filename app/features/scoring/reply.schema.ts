import { z } from "zod";
import { typedText } from "../value/typed-text";

/** The body's answer to a draft: agreed, or with remarks, which then must be written. */
export const replySchema = z
  .object({ answer: z.string().optional().default(""), text: typedText(4000), declared: z.string().optional().default("") })
  .transform(({ answer, text: said, declared }, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message, input: answer });
    if (answer !== "agreed" && answer !== "remarks") say("answer", "errors.requiredChoice");
    if (answer === "remarks" && said === "") say("text", "scoring.problem.remarks_required");
    if (said !== "" && declared === "") say("declared", "scoring.problem.declaration_required");
    return { agreed: answer === "agreed", text: said };
  });
