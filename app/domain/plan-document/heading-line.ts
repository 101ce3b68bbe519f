/**
 * Lines that are no measure but the place of what follows: "Стратегічна ціль 1. …", "Завдання 2: …", "1) …" in the column of
 * tasks, a name of a part in a row or paragraph of its own. Numbers are the document's.
 */
import { oneLine, plainText } from "./plain-text";

export interface HeadingLine {
  level: "section" | "goal" | "task";
  /** as numbered; null = a name alone */
  number: number | null;
  title: string;
}

const GOAL = /^\s*(?:стратегічна\s+|операційна\s+)?ціль\s*№?\s*(\d+)\s*[.:)—–-]?\s*([\s\S]*)$/i;
const TASK = /^\s*завдання\s*№?\s*(\d+)\s*[.:)—–-]?\s*([\s\S]*)$/i;
const SUB_TASK = /^\s*(\d+)\s*\)\s*([\s\S]+)$/;

/** A row or paragraph with one text in it. */
export function readHeading(text: string): HeadingLine {
  for (const [level, words] of [["goal", GOAL], ["task", TASK]] as const) {
    const [, number, title] = words.exec(text.replaceAll("\u00a0", " ")) ?? [];
    if (number !== undefined) return { level, number: Number(number), title: oneLine(title ?? "") };
  }
  return { level: "section", number: null, title: oneLine(text) };
}

/** "1) налагодження …" in the column of tasks; a name without a number is one too. */
export function readSubTask(text: string): { number: number | null; title: string } {
  const [, number, title] = SUB_TASK.exec(text.replaceAll("\u00a0", " ")) ?? [];
  return number === undefined ? { number: null, title: oneLine(text) } : { number: Number(number), title: oneLine(title ?? "") };
}


/** What stands below a plan's table: who signs. */
export const isSignature = (text: string): boolean => /_{4,}|\(підпис\)/i.test(text);

/** What stands above a plan's table and is none of it: the approval, the title. */
export const isPreamble = (text: string): boolean => /^(затверджено|схвалено|додаток|план заходів|розпорядженням|постановою|від __|ілюстративний)/.test(plainText(text));
