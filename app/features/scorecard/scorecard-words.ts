import type { Id, ReasonCode } from "~/domain/facts";
import type { Exclusion, MissingPart } from "~/domain/reading";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { ScorecardAnswer } from "./get-scorecard.server";

/** Abbreviation of a body in the reader's language; its code where it has no name. */
export function agencyName(answer: Pick<ScorecardAnswer, "agencies">, id: Id, { print }: Words): string {
  const agency = answer.agencies.get(id);
  return agency ? agency.abbr[print.language] || agency.code : id;
}

/** Why a value that should be there is not: what was sent and waits is not "not reported" (rule 10 i). */
export function whyMissing({ scorecard: { label } }: Pick<ScorecardAnswer, "scorecard">, { reason, awaiting }: MissingPart, t: Words["t"]): { code: ReasonCode | "awaiting_verification"; word: string } {
  // including provisional, what waits counts already: its own reason is told
  if (awaiting && !label.includesProvisional) return { code: "awaiting_verification", word: t("statuses.awaitsVerification") };
  return { code: reason, word: t(`statuses.reason.${reason}`) };
}

/** "1.1.1.3.2 Держмитслужба: не подано", one an indicator and body, periods of one reason joined. */
export function missingByName(answer: ScorecardAnswer, missing: readonly MissingPart[], words: Words): string[] {
  const { t, print } = words;
  const groups = new Map<string, { head: string; reason: string; periods: string[] }>();
  for (const part of missing) {
    const code = answer.scorecard.tree.indicatorById.get(part.indicatorId)?.code ?? "";
    const why = whyMissing(answer, part, t);
    const key = `${part.indicatorId} ${part.agencyId} ${why.code}`;
    const group = groups.get(key) ?? { head: `${code} ${agencyName(answer, part.agencyId, words)}`.trim(), reason: why.word, periods: [] };
    if (part.periodKey !== answer.scorecard.periodKey) group.periods.push(print.period(part.periodKey));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ head, reason, periods }) => `${head}: ${reason}${periods.length > 0 ? ` (${periods.join(", ")})` : ""}`);
}

/** "18: строк не настав", "2: зупинено": what is not in the denominator, by reason. */
export function excludedByReason(excluded: Partial<Record<Exclusion, number>>, notYetDue: number, { t, print }: Words): string[] {
  const reasons = (Object.keys(excluded) as Exclusion[]).map((reason) => ({ count: excluded[reason] ?? 0, word: t(`statuses.exclusion.${reason}`) }));
  return [{ count: notYetDue, word: t("statuses.due.not_yet_due") }, ...reasons]
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${word}: ${print.number(count)}`);
}

export const titleOf = (text: { uk: string | null; en: string | null }, { print }: Words) => chooseText(text, print.language).text;
