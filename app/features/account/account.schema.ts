/** What the forms of signing in and of one's own account must hold. Messages are codes of the catalogue. */
import { z } from "zod";
import { LANGUAGES } from "~/i18n/language";

const password = z.string({ error: "errors.required" }).max(1000, "errors.choice");
const twice = { newPassword: password, repeatPassword: password };
const isSameTwice = (form: { newPassword: string; repeatPassword: string }) => form.newPassword === form.repeatPassword;
const notTheSame = { error: "account.notTheSame", path: ["repeatPassword"] };

export const loginSchema = z.string({ error: "errors.required" }).trim().min(2).max(60).regex(/^[\p{L}\p{N}._@-]+$/u, "account.loginForm");
export const nameSchema = z.string({ error: "errors.required" }).trim().min(2).max(200);

export const signInSchema = z.object({
  login: z.string({ error: "errors.required" }).max(200),
  password,
  next: z.string().max(2000).optional(),
});

export const changePasswordSchema = z.object({ currentPassword: password, ...twice }).refine(isSameTwice, notTheSame);
export const resetPasswordSchema = z.object(twice).refine(isSameTwice, notTheSame);
export const languageSchema = z.object({ language: z.enum(LANGUAGES) });

export const setupSchema = z.object({
  code: z.string({ error: "errors.required" }).max(100),
  login: loginSchema,
  nameUk: nameSchema,
  nameEn: nameSchema,
  ...twice,
}).refine(isSameTwice, notTheSame);
