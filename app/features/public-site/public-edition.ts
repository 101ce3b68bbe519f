/** Everything the pages of one released edition are drawn from. Cut to what is public before it comes here (rule 18). */
import type { Id } from "~/domain/facts";
import type { PlacedIndicator } from "~/features/indicator/series-facts";
import type { PlanReading } from "~/features/plan/plan-reading";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import type { VerdictView } from "~/features/scoring/verdict-view";
import type { Language } from "~/i18n/language";
import type { ComponentName } from "~db/queries/components";
import type { Text } from "~db/queries/content";
import type { EditionRecord } from "~db/queries/editions";
import type { MeasureDetails } from "~db/queries/measure-details";

export interface PublicEdition {
  record: EditionRecord;
  /** the next edition of the same plan and period, once there is one */
  correctedBy: number | null;
  answer: ScorecardAnswer;
  /** the same facts as pages of a plan read them */
  reading: PlanReading;
  components: readonly ComponentName[];
  details: ReadonlyMap<Id, MeasureDetails>;
  /** what an indicator's series continues, oldest first, from plans read as this edition is */
  before: ReadonlyMap<Id, readonly PlacedIndicator[]>;
  /** where a value was published, by "measurement id/version" */
  sources: ReadonlyMap<string, string>;
  /** final verdicts by id, in the words of each language */
  verdicts: Readonly<Record<Language, ReadonlyMap<Id, VerdictView>>>;
  /** forewords and reasons of corrections, by digest */
  texts: ReadonlyMap<string, Text>;
}
