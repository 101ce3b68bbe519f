/** What the forms of administration must hold. Messages are codes of the catalogue. */
import { z } from "zod";
import { ROLES, type Role } from "~/domain/roles";
import { loginSchema, nameSchema } from "~/features/account/account.schema";
import { readTypedDate } from "~/features/value/typed-date";
import { LANGUAGES } from "~/i18n/language";

const email = z.email().max(200).optional().transform((text) => text ?? null);

/** 24.11.2026 or 2026-11-24; nothing typed is no date. */
const optionalDate = z.string().max(20).optional().transform((text, check) => {
  const date = readTypedDate(text ?? "");
  if (date === undefined) check.addIssue({ code: "custom", message: "errors.date" });
  return date ?? null;
});

export const newPersonSchema = z.object({ login: loginSchema, nameUk: nameSchema, nameEn: nameSchema, email, language: z.enum(LANGUAGES) });

export const accountSchema = z.object({ nameUk: nameSchema, nameEn: nameSchema, email, language: z.enum(LANGUAGES), endsOn: optionalDate });

export const grantSchema = z.object({
  role: z.enum(Object.keys(ROLES) as [Role, ...Role[]], { error: "errors.requiredChoice" }),
  agencyId: z.uuid().optional().transform((id) => id ?? null),
  fromOn: optionalDate,
});

export const endGrantSchema = z.object({ grantId: z.uuid() });
export const nothingSchema = z.object({});
export const approvalSchema = z.object({ agencyId: z.uuid(), needsApproval: z.enum(["yes", "no"]).transform((word) => word === "yes") });

export const sessionSchema = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) });
export const clearanceSchema = z.object({ userId: z.uuid(), ceiling: z.enum(["public", "internal", "restricted"], { error: "errors.requiredChoice" }) });
export const purgeConfirmSchema = z.object({ purgeId: z.uuid() });

export const purgeRequestSchema = z.object({
  digest: z.string({ error: "errors.required" }).trim().toLowerCase().regex(/^[0-9a-f]{64}$/, "errors.choice"),
  actNo: z.string({ error: "errors.required" }).trim().min(1).max(100),
  actOn: z.string({ error: "errors.required" }).max(20).transform((text, check) => {
    const date = readTypedDate(text);
    if (!date) check.addIssue({ code: "custom", message: "errors.date" });
    return date ?? "";
  }),
});

/** "128:9f…": a head of the chain as it was noted; nothing typed is none. */
export const notedHeadSchema = z.object({
  noted: z.string().trim().regex(/^\d{1,15}:[0-9a-f]{64}$/, "audit.notedForm").optional().transform((text) => {
    const [seq, hash] = text?.split(":") ?? [];
    return seq !== undefined && hash !== undefined ? { seq: Number(seq), hash } : null;
  }),
});
