/** Where two kept readings differ: the way to each leaf that is not the same, and what stands there in both. */
import { canonicalText } from "./canonical";

export interface Difference {
  /** names from the outside in, joined by a dot */
  path: string;
  /** as canonical text; null = not there */
  was: string | null;
  is: string | null;
}

/** What only `is` has is left out: figures that were added to the scorecard later differ from nothing. */
export function differences(was: unknown, is: unknown, path = ""): Difference[] {
  if (isTree(was) && isTree(is)) return Object.keys(was).sort().flatMap((name) => differences(was[name], is[name], path === "" ? name : `${path}.${name}`));
  const [before, after] = [textOf(was), textOf(is)];
  return before === after ? [] : [{ path, was: before, is: after }];
}

const textOf = (value: unknown) => (value === undefined ? null : canonicalText(value));

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
