import { readTypedDate } from "~/features/value/typed-date";
import type { AuditQuestion } from "./get-audit.server";

/** The filters of an address: what is not understood asks for nothing. */
export function auditQuestion(url: URL): AuditQuestion {
  const word = (name: string) => url.searchParams.get(name)?.trim().slice(0, 100) || undefined;
  const date = (name: string) => readTypedDate(word(name) ?? "") ?? undefined;
  const before = Number(word("before"));
  return {
    action: word("action"), table: word("table"), person: word("person"), from: date("from"), to: date("to"),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
}
