/** The numbered reasons of rule 16 as sentences, and what they are of. Pure. */
import type { CalendarDate, Id, MeasureStatus } from "~/domain/facts";
import { printedPercent } from "~/domain/printing";
import type { PlanTree } from "~/domain/structure";
import type { Words } from "~/i18n/words";
import type { SuggestionFor } from "./suggest-for";

export interface SuggestionView {
  status: MeasureStatus | null;
  reasons: string[];
}

interface About {
  tree: PlanTree;
  /** the measure's deadline */
  dueOn: CalendarDate | null;
}

export function suggestionView({ status, reasons }: SuggestionFor, about: About, words: Words): SuggestionView {
  return { status, reasons: reasons.map((reason) => sentence(reason, about, words)) };
}

function sentence({ code, params }: SuggestionFor["reasons"][number], { tree, dueOn }: About, { t, print }: Words): string {
  const codes = codesOf(params.indicatorIds ?? [], tree);
  return t(`scoring.reasons.${code}`, {
    of: print.of(params.count ?? 0, params.of ?? 0),
    share: params.share === undefined ? "" : print.percent(printedPercent(params.share)),
    date: dueOn === null ? "" : ` (${print.date(dueOn)})`,
    codes: codes.length === 0 ? "" : ` (${codes.join(", ")})`,
  });
}

const codesOf = (ids: readonly Id[], tree: PlanTree) => ids.flatMap((id) => tree.indicatorById.get(id)?.code ?? []);
