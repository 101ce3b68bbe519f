import type { $ZodErrorMap } from "zod/v4/core";
import { messageCode } from "~/i18n/message-code";

/** A schema that names no message of its own gets one of these codes, never the library's English sentence. */
export const zodMessages: $ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "errors.required";
      return issue.expected === "number" || issue.expected === "int" ? "errors.number" : "errors.choice";
    case "too_small":
      if (issue.origin === "number" || issue.origin === "int") return messageCode("errors.tooLow", { min: String(issue.minimum) });
      return messageCode("errors.tooShort", { min: String(issue.minimum) });
    case "too_big":
      if (issue.origin === "number" || issue.origin === "int") return messageCode("errors.tooHigh", { max: String(issue.maximum) });
      return messageCode("errors.tooLong", { max: String(issue.maximum) });
    case "invalid_format":
      if (issue.format === "email") return "errors.email";
      if (issue.format === "url") return "errors.link";
      return issue.format === "date" ? "errors.date" : "errors.choice";
    default:
      return "errors.choice";
  }
};
