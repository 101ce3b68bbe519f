import { useTranslation } from "react-i18next";
import { kyivDateOf } from "~/domain/dates";
import type { TreeMeasure } from "~/domain/structure";
import { fullName } from "~/features/plan/print-measure";
import { useFormat } from "~/i18n/use-format";
import { StatusTag } from "~/ui/status-tag";
import type { PlacedPage } from "./edition-frame";
import { countedStatus } from "./verdict-tables";

/** The status and what it rests on; how it follows where there are several executors. */
export function VerdictMarks({ page, measure }: { page: PlacedPage; measure: TreeMeasure }) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const { answer, verdicts, record } = page.edition;
  const reading = answer.scorecard.verdictOf.get(measure.fact.id);
  const counted = answer.scorecard.measures.find(({ measureId }) => measureId === measure.fact.id);
  const status = counted === undefined ? reading?.status : countedStatus(counted, reading);
  const finals = (reading?.byExecutor ?? []).flatMap(({ final }) => final ?? []);
  if (reading === undefined || finals.length === 0 || reading.grade === null) {
    return <><StatusTag status={status ?? null} /><span className="small muted">{p("measure.notEvaluated", { period: print.period(record.periodKey) })}</span></>;
  }
  const grade = t(`statuses.evidence.${reading.grade}`);
  const [only] = finals;
  const given = finals.length === 1 && only !== undefined ? verdicts.get(only.id) : undefined;
  const body = given?.evaluatorBody ?? null;
  const line = given === undefined
    ? `${p("measure.joint")}: ${p(`measure.because.${reading.joint.because}`)}`
    : body === null
      ? p("measure.verdictNoBody", { grade, date: print.date(kyivDateOf(given.recordedAt)) })
      : p("measure.verdictLine", { grade, body: body[print.language] ?? body.uk, date: print.date(kyivDateOf(given.recordedAt)) });
  const { notAssessed } = reading.joint;
  return (
    <>
      <StatusTag status={status ?? null} />
      <span className="small muted">
        {line}
        {notAssessed.length > 0 && finals.length > 0 ? `. ${p("measure.notAssessed", { bodies: notAssessed.map((id) => fullName(answer.agencies, id, page.words)).join(", ") })}` : ""}
      </span>
    </>
  );
}
