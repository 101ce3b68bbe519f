/** Reading what an action sent back: what was typed, what is wrong with it. Message codes, not sentences. */
import { createContext, useContext } from "react";

type Typed = unknown;

/** The part of a conform `SubmissionResult` that fields read; warnings can be sent all the same. */
export interface FormResult {
  initialValue?: Record<string, Typed> | null;
  error?: Record<string, string[] | null> | null;
  warning?: Record<string, string[] | null> | null;
}

export const FormResultContext = createContext<FormResult | null | undefined>(null);
export const useFormResult = () => useContext(FormResultContext) ?? null;

/** What was typed into a field ("parts.numerator", "rows[2]"), or null when nothing came back for it. */
export function typedValues(result: FormResult | null, name: string): string[] | null {
  if (!result?.initialValue) return null;
  let value: Typed = result.initialValue;
  for (const step of name.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof value !== "object" || value === null) return [];
    value = (value as Record<string, Typed>)[step];
  }
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");
}

/** Everything that was typed, by field. */
export const typedFields = (result: FormResult | null): Record<string, string[]> =>
  Object.fromEntries(Object.keys(result?.initialValue ?? {}).map((name) => [name, typedValues(result, name) ?? []]));

export interface FieldProblem {
  name: string;
  code: string;
}

/** Everything wrong (or to be explained) in the order of the form; the name "" is the form as a whole. */
export function problemsOf(messages: FormResult["error"]): FieldProblem[] {
  return Object.entries(messages ?? {}).flatMap(([name, codes]) => (codes ?? []).map((code) => ({ name, code })));
}

/** id of a field's box; the error summary links to it. */
export const fieldId = (name: string) => `field-${name.replace(/[^\w-]+/g, "-")}`;
