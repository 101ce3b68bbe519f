/** The boxes of a verdict. The suggested status is marked and first; for a first verdict nothing is chosen beforehand. */
import { useTranslation } from "react-i18next";
import type { MeasureStatus } from "~/domain/facts";
import { OTHER_STATUSES, USUAL_STATUSES } from "~/domain/verdict-checks";
import { EVIDENCE_GRADES } from "~/domain/verdict-readings";
import { useFormat } from "~/i18n/use-format";
import { CheckboxField, DateField, RadioField, SelectField, TextArea, TextField } from "~/ui/fields";
import { typedValues, useFormResult } from "~/ui/form-result";
import { StatusTag } from "~/ui/status-tag";
import type { ScoringMeasureView } from "./get-scoring-measure.server";
import { SOURCE_KINDS, SOURCE_LINES } from "./verdict-input";

export function VerdictFields({ view }: { view: ScoringMeasureView }) {
  const { t } = useTranslation();
  const { status: suggested } = view.suggestion;
  const option = (status: MeasureStatus) => ({ value: status, label: <StatusTag status={status} bare />, suggested: status === suggested ? t("scoring.suggested") : undefined });
  const usual = [...(suggested === null || USUAL_STATUSES.some((each) => each === suggested) ? [] : [suggested]), ...USUAL_STATUSES];
  const others = OTHER_STATUSES.filter((each) => each !== suggested);
  return (
    <>
      <RadioField name="status" label={t("scoring.status")} options={usual.map(option)} more={{ summary: t("scoring.otherStatuses", { count: others.length }), options: others.map(option) }} />
      <OtherFields view={view} />
      <RadioField name="evidence_grade" label={t("scoring.gradeQuestion")} options={EVIDENCE_GRADES.map((grade) => ({ value: grade, label: t(`statuses.evidence.${grade}`) }))} />
      {suggested === null ? null : <TextArea name="differs_reason" rows={2} label={t("scoring.differsReason")} hint={t("scoring.differsHint")} />}
      <TextArea name="text" label={t("scoring.text")} hint={t("scoring.textHint")} optional />
      <SourceFields />
      <CheckboxField name="declared" label={t("entry.noOfficialUse")} hint={t("scoring.declaredHint")} />
    </>
  );
}

/** What only some statuses ask for; open where one of them was chosen or something is missing. */
function OtherFields({ view }: { view: ScoringMeasureView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const isUsed = useIsUsed();
  const chosen = typedValues(useFormResult(), "status")?.[0];
  return (
    <>
      <details open={chosen === "suspended" || isUsed("legal_basis", "from_on", "to_on")}>
        <summary className="small">{t("scoring.ifSuspended")}</summary>
        <div className="stack-tight">
          <TextField name="legal_basis" label={t("scoring.legalBasis")} hint={t("scoring.legalBasisHint")} />
          <DateField name="from_on" label={t("scoring.from")} hint={t("scoring.dateHint")} />
          <DateField name="to_on" label={t("scoring.to")} optional />
        </div>
      </details>
      <details open={chosen === "no_longer_relevant" || isUsed("amendment")}>
        <summary className="small">{t("scoring.ifDropped")}</summary>
        {view.amendments.length === 0 ? <p className="small muted">{t("scoring.noAmendments")}</p> : (
          <SelectField
            name="amendment"
            label={t("scoring.amendment")}
            empty={t("scoring.amendmentEmpty")}
            options={view.amendments.map(({ id, no, inForceFrom }) => ({ value: id, label: t("scoring.amendmentOf", { no, date: print.date(inForceFrom) }) }))}
          />
        )}
      </details>
    </>
  );
}

function SourceFields() {
  const { t } = useTranslation();
  const isUsed = useIsUsed();
  const fields = SOURCE_LINES.flatMap((line) => [`source_${line}`, `source_on_${line}`]);
  return (
    <details open={isUsed(...fields)}>
      <summary className="small">{t("scoring.ownSources")}</summary>
      <div className="stack">
        {SOURCE_LINES.map((line) => (
          <fieldset key={line} className="stack-tight">
            <legend>{t("scoring.sourceNo", { no: line })}</legend>
            <TextField name={`source_${line}`} label={t("scoring.sourceName")} hint={t("scoring.sourceHint")} optional />
            <div className="parts">
              <SelectField name={`source_kind_${line}`} width="10" label={t("scoring.sourceKindLabel")} options={SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`scoring.sourceKind.${kind}`) }))} />
              <DateField name={`source_on_${line}`} width="5" label={t("scoring.sourceOn")} optional />
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  );
}

/** Something was typed into one of the fields, or is wrong with it. */
function useIsUsed(): (...names: string[]) => boolean {
  const result = useFormResult();
  return (...names) => names.some((name) => (typedValues(result, name)?.[0] ?? "") !== "" || Boolean(result?.error?.[name]));
}
