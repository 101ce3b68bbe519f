/**
 * From what was typed into the form to a value (case C10): every box is read by the domain, nothing is guessed. What
 * could be read two ways comes back as an echo to confirm; what is refused names its field.
 */
import { exact } from "~/domain/exact";
import type { Content, Missing, ValueType } from "~/domain/facts";
import { readNumberEntry, type EntryContext } from "~/domain/number-entry";
import { messageCode } from "~/i18n/message-code";
import type { Language } from "~/i18n/language";
import { ENTERED_REASONS } from "./entered-reasons";

type NumberBox = "value" | "numerator" | "denominator";

/** A number that was read one way of two. */
export interface Echo {
  field: NumberBox;
  typed: string;
  readAs: string;
}

export interface FieldProblem {
  field: string;
  message: string;
}

export interface TypedContent {
  content: Content | Missing | null;
  echoes: Echo[];
  problems: FieldProblem[];
}

interface TypedBoxes {
  value: string;
  numerator: string;
  denominator: string;
  choice: string;
  reason_code: string;
}

export function readTypedValue(boxes: TypedBoxes, valueType: ValueType, locale: Language): TypedContent {
  const isFilled = [boxes.value, boxes.numerator, boxes.denominator, boxes.choice].some((text) => text.trim() !== "");
  if (boxes.reason_code !== "") {
    const reason = ENTERED_REASONS.find((code) => code === boxes.reason_code);
    if (reason === undefined) return refused("reason_code", "errors.choice");
    return isFilled ? refused("reason_code", "entry.problem.valueAndReason") : read({ kind: "missing", reason });
  }
  if (!isFilled) return refused(firstBox(valueType), "entry.problem.blank");
  switch (valueType) {
    case "number":
      return readNumbers([["value", boxes.value]], { locale, as: "count" }, ([value = "0"]) => ({ kind: "number", value: exact(value) }));
    case "percentage":
    case "ratio":
      return readShare(boxes, valueType, locale);
    case "yes_no":
      return isOneOf(boxes.choice, ["yes", "no"]) ? read({ kind: "yes_no", value: boxes.choice === "yes" }) : refused("choice", "errors.requiredChoice");
    case "stages":
      return readWhole(boxes.choice, (no) => ({ kind: "stage", no }));
    case "scale":
      return readWhole(boxes.choice, (position) => ({ kind: "scale", position }));
  }
}

function firstBox(valueType: ValueType): string {
  if (valueType === "number") return "value";
  return valueType === "percentage" || valueType === "ratio" ? "numerator" : "choice";
}

/** By its parts; one box alone is the percentage without parts, shown and never combined (rule 7). */
function readShare(boxes: TypedBoxes, valueType: "percentage" | "ratio", locale: Language): TypedContent {
  const hasParts = boxes.numerator.trim() !== "" || boxes.denominator.trim() !== "";
  if (hasParts && boxes.value.trim() !== "") return refused("value", "entry.problem.partsAndShare");
  if (!hasParts) {
    const as = valueType === "percentage" ? "percentage" : "count";
    return readNumbers([["value", boxes.value]], { locale, as }, ([value = "0"]) => ({ kind: "share", value: exact(value) }));
  }
  const parts: [NumberBox, string][] = [["numerator", boxes.numerator], ["denominator", boxes.denominator]];
  return readNumbers(parts, { locale, as: "count" }, ([numerator = "0", denominator = "0"]) => ({
    kind: "parts",
    numerator: exact(numerator),
    denominator: exact(denominator),
  }));
}

function readNumbers(boxes: [NumberBox, string][], context: EntryContext, make: (values: string[]) => Content): TypedContent {
  const echoes: Echo[] = [];
  const problems: FieldProblem[] = [];
  const values: string[] = [];
  for (const [field, typed] of boxes) {
    const entry = readNumberEntry(typed, context);
    if (entry.kind === "blank") problems.push({ field, message: "errors.required" });
    else if (entry.kind === "refused") problems.push({ field, message: `entry.refused.${entry.reason}` });
    else values.push(entry.kind === "value" ? entry.value : entry.readAs);
    if (entry.kind === "needs_confirmation") echoes.push({ field, typed, readAs: entry.readAs });
  }
  return { content: problems.length > 0 ? null : make(values), echoes, problems };
}

function readWhole(text: string, make: (no: number) => Content): TypedContent {
  return /^\d{1,3}$/.test(text) ? read(make(Number(text))) : refused("choice", "errors.requiredChoice");
}

const read = (content: Content | Missing): TypedContent => ({ content, echoes: [], problems: [] });
const refused = (field: string, message: string): TypedContent => ({ content: null, echoes: [], problems: [{ field, message: messageCode(message) }] });
const isOneOf = (text: string, words: readonly string[]) => words.includes(text);
