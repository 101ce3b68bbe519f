/** The verdict on a measure: its status in the head, and everything behind it: text, sources, what the bodies replied. */
import { useTranslation } from "react-i18next";
import type { TreeMeasure } from "~/domain/structure";
import { jointView } from "~/features/scoring/joint-view";
import { Joint, VerdictCard } from "~/features/scoring/verdict-parts";
import { useFormat } from "~/i18n/use-format";
import { StatusTag } from "~/ui/status-tag";
import type { PlacedPage } from "./edition-frame";
import { countedStatus } from "~/features/scorecard/measure-statuses";

interface VerdictProps {
  page: PlacedPage;
  measure: TreeMeasure;
}

const readingOf = ({ page, measure }: VerdictProps) => page.edition.answer.scorecard.verdictOf.get(measure.fact.id);

export function VerdictMarks({ page, measure }: VerdictProps) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const { answer, record } = page.edition;
  const reading = readingOf({ page, measure });
  const counted = answer.scorecard.measures.find(({ measureId }) => measureId === measure.fact.id);
  const status = counted === undefined ? reading?.status : countedStatus(counted, reading);
  const beside = reading?.grade == null
    ? p("measure.notEvaluated", { period: print.period(record.periodKey) })
    : `${t("scoring.grade")}: ${t(`statuses.evidence.${reading.grade}`)}`;
  return <><StatusTag status={status ?? null} /><span className="small muted">{beside}</span></>;
}

/** Of the period the edition is of; what is not final is in no edition. */
export function FinalVerdicts({ page, measure }: VerdictProps) {
  const { t } = useTranslation();
  const print = useFormat();
  const { answer, verdicts, record } = page.edition;
  const reading = readingOf({ page, measure });
  const given = (reading?.byExecutor ?? []).flatMap(({ final }) => (final === null ? [] : (verdicts[print.language].get(final.id) ?? [])));
  if (reading === undefined || given.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t("scoring.verdictFor", { period: print.ofPeriod(record.periodKey) })}</h2>
      <Joint joint={jointView(reading, answer.agencies, page.words)} />
      {given.map((verdict) => <VerdictCard key={verdict.id} verdict={verdict} />)}
    </section>
  );
}
