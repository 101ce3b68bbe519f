/**
 * One text for one set of facts: what a digest is made of and what two readings are compared by. Names are in order,
 * exact numbers are texts, and a list of facts is a set: its order is a query's business. A list of plain figures or
 * names keeps its own (quarter shares).
 */
import { exactText, isExact } from "./exact";

export function canonicalText(value: unknown): string {
  if (isExact(value)) return JSON.stringify(exactText(value));
  if (Array.isArray(value)) {
    const parts = value.map(canonicalText);
    return `[${(value.some(isFact) ? parts.sort() : parts).join(",")}]`;
  }
  if (!isFact(value)) return JSON.stringify(value);
  const names = Object.keys(value).filter((name) => value[name] !== undefined).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalText(value[name])}`).join(",")}}`;
}

const isFact = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value) && !isExact(value);
