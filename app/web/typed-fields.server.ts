import { parse, type SubmissionResult } from "@conform-to/dom";
import { CSRF_FIELD, IDEMPOTENCY_FIELD, INTENT_FIELD, LANGUAGE_FIELD } from "~/ui/root-data";
import type { KeptFields } from "~db/queries/kept-posts";
import { sha256Hex } from "./digest";

const CONTROL_FIELDS = new Set([CSRF_FIELD, IDEMPOTENCY_FIELD, INTENT_FIELD, LANGUAGE_FIELD, "__intent__", "__state__"]);

/** Fields that are never kept, shown again or written anywhere. */
const isSecret = (name: string): boolean => /password/i.test(name);

/** The fields a person filled in: without those that the page itself carries. */
export function ownFields(form: FormData): FormData {
  const own = new FormData();
  for (const [name, value] of form.entries()) if (!CONTROL_FIELDS.has(name)) own.append(name, value);
  return own;
}

/** What was typed, to fill the form again; `formErrors` are message codes about the form as a whole. */
export function typedAgain(form: FormData, errors: { form?: string[]; fields?: Record<string, string[]> } = {}): SubmissionResult {
  const { form: formErrors, fields: fieldErrors } = errors;
  const hasErrors = Boolean(formErrors?.length || (fieldErrors && Object.keys(fieldErrors).length));
  const submission = parse<null, string[]>(ownFields(form), { resolve: () => (hasErrors ? { error: null } : { value: null }) });
  return submission.reply(hasErrors ? { formErrors: formErrors ?? [], fieldErrors, hideFields: secretNames(form) } : { hideFields: secretNames(form) });
}

export const secretNames = (form: FormData): string[] => [...new Set(form.keys())].filter(isSecret);

/** Texts only: files are not kept, and passwords never are. */
export function fieldsToKeep(form: FormData): KeptFields {
  const kept: KeptFields = {};
  for (const [name, value] of ownFields(form).entries()) {
    if (typeof value === "string" && !isSecret(name)) (kept[name] ??= []).push(value);
  }
  return kept;
}

export function formOfKept(kept: KeptFields): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(kept)) for (const value of values) form.append(name, value);
  return form;
}

/** The same posts have the same digest, whatever the order of their fields. */
export async function fingerprint(path: string, form: FormData): Promise<string> {
  const parts = [JSON.stringify([path, form.get(INTENT_FIELD)])];
  for (const [name, value] of ownFields(form).entries()) {
    const text = typeof value === "string" ? value : sha256Hex(Buffer.from(await value.arrayBuffer()).toString("base64"));
    parts.push(JSON.stringify([name, text]));
  }
  return sha256Hex(parts.sort().join("\n"));
}

/** One text a field, for a draft or a confirming page; ticks of such a page ("confirmed") are asked for anew. */
export function typedTexts(form: FormData): Record<string, string> {
  const kept = Object.entries(fieldsToKeep(form)).filter(([name]) => name !== "confirmed");
  return Object.fromEntries(kept.map(([name, values]) => [name, values[0] ?? ""]));
}
