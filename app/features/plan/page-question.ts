/** What is asked of a page of one part of a plan, and of its files, from the address. */
import type { PeriodKey } from "~/domain/facts";
import type { Words } from "~/i18n/words";
import { readingQuestion, type ReadingQuestion } from "./reading-question";

export interface PageQuestion {
  planCode: string;
  code: string;
  /** null = the usual one; what the plan has no such year for is read as the usual one */
  period: PeriodKey | null;
  words: Words;
  question: ReadingQuestion;
}

interface Address {
  params: Readonly<Record<string, string | undefined>>;
  url: URL;
  words: Words;
}

export const pageQuestion = ({ params, url, words }: Address): PageQuestion => ({
  planCode: params.plan ?? "",
  code: params.code ?? "",
  period: url.searchParams.get("period"),
  words,
  question: readingQuestion(url.searchParams),
});
