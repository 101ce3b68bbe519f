/** What the parts of an edition are called, and where they are read as the edition reads them. */
import { kyivDateOf } from "~/domain/dates";
import type { ChallengeItem } from "~/domain/challenges";
import type { Id } from "~/domain/facts";
import { indicatorPath, measurePath, nodePath } from "~/features/plan/addresses";
import { fullName } from "~/features/plan/print-measure";
import { askedIn, type ReadingQuestion } from "~/features/plan/reading-question";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { PreparationRecord } from "~db/queries/editions";
import type { ScorecardAnswer } from "../scorecard/get-scorecard.server";

export interface PartName {
  code: string | null;
  title: string;
  href?: string;
}

/** The edition's reading as the end of an address: as of the day of its cut-off, on its basis, within its ceiling. */
export const askedOf = ({ basis, knownAt, ceiling }: Pick<PreparationRecord, "basis" | "knownAt" | "ceiling">): string =>
  askedIn({ basis, knownAt: kyivDateOf(knownAt), ceiling } satisfies ReadingQuestion);

/** A part that is not in the edition any more has its code alone. */
export function partName(kind: ChallengeItem["kind"], id: Id | null, code: string | null, edition: PreparationRecord, { scorecard: { tree }, agencies }: ScorecardAnswer, words: Words): PartName {
  const titled = (title: { uk: string | null; en: string | null } | undefined, href: string): PartName =>
    title === undefined || code === null ? { code, title: "" } : { code, title: chooseText(title, words.print.language).text, href: href + askedOf(edition) };
  switch (kind) {
    case "node":
      return titled(tree.nodeById.get(id ?? "")?.fact.title, nodePath(edition.planCode, code ?? ""));
    case "measure":
      return titled(tree.measureById.get(id ?? "")?.fact.title, measurePath(edition.planCode, code ?? ""));
    case "indicator":
      return titled(tree.indicatorById.get(id ?? "")?.name, indicatorPath(edition.planCode, code ?? ""));
    case "agency":
      return { code: null, title: fullName(agencies, id ?? "", words) };
    default:
      return { code: null, title: words.t("edition.challenge.wholePlan") };
  }
}
