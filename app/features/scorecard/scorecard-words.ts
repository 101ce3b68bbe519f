import type { Exclusion, MissingPart } from "~/domain/reading";
import { reasonWord, whyMissing } from "~/features/indicator/why-missing";
import { abbreviation } from "~/features/plan/print-measure";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { ScorecardAnswer } from "./get-scorecard.server";

/** "1.1.1.3.2 Держмитслужба: не подано", one an indicator and body, periods of one reason joined. */
export function missingByName(answer: ScorecardAnswer, missing: readonly MissingPart[], words: Words): string[] {
  const { t, print } = words;
  const { tree, label, periodKey } = answer.scorecard;
  const groups = new Map<string, { head: string; reason: string; periods: string[] }>();
  for (const part of missing) {
    const code = tree.indicatorById.get(part.indicatorId)?.code ?? "";
    const why = whyMissing(part, label.includesProvisional);
    const key = `${part.indicatorId} ${part.agencyId} ${why}`;
    const group = groups.get(key) ?? { head: `${code} ${abbreviation(answer.agencies, part.agencyId, words)}`.trim(), reason: reasonWord(why, t), periods: [] };
    if (part.periodKey !== periodKey) group.periods.push(print.period(part.periodKey));
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

/** One of parts that add up (rule 13): "<0.1" keeps its sign before the figure. */
export const printPart = (text: string, print: Words["print"]) => (/^[<>]/.test(text) ? `${text[0]} ${print.percent(text.slice(1))}` : print.percent(text));
