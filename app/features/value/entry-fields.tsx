/** The boxes of the entry form, by the kind of value. Context stands before the boxes, not beside them. */
import { useTranslation } from "react-i18next";
import { useFormat, useLanguage } from "~/i18n/use-format";
import { CheckboxField, DateField, NumberField, PartsField, RadioField, SelectField, TextArea, TextField } from "~/ui/fields";
import { typedValues, useFormResult } from "~/ui/form-result";
import { chooseText } from "~/i18n/choose-text";
import type { EntryView } from "./get-entry-form.server";
import { ENTERED_REASONS } from "./entered-reasons";
import { EXPECTATIONS, OBSTACLES } from "./value-input";

export function ValueFields({ view }: { view: EntryView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const result = useFormResult();
  const has = (name: string) => (typedValues(result, name)?.[0] ?? "") !== "" || Boolean(result?.error?.[name] ?? result?.warning?.[name]);
  const asksWhy = Boolean(result?.warning?.comment);
  return (
    <fieldset className="card stack">
      <legend className="visually-hidden">{t("entry.valueLabel")}</legend>
      <h2>{t("entry.valueOn", { date: print.date(view.holdsOn) })}</h2>
      <p className="small muted">
        {view.target ? `${t("entry.targetLine", { period: print.period(view.target.periodKey), value: view.target.value })} ` : null}
        {view.last ? t("entry.lastLine", { value: view.last.value, date: print.date(view.last.on) }) : null}
      </p>
      <Boxes view={view} />
      {view.needsReason || view.isCumulative ? (
        <TextArea name="correction_reason" rows={2} label={t(view.needsReason ? "entry.correctionLabel" : "entry.cumulativeLabel")} optional={!view.needsReason} hint={view.needsReason ? t("entry.correctionHint") : t("entry.cumulativeHint")} />
      ) : null}
      <details open={has("reason_code")}>
        <summary>{t("entry.noValueWhy")}</summary>
        <SelectField
          name="reason_code"
          label={t("entry.reasonLabel")}
          hint={t("entry.reasonHint")}
          empty={t("entry.reasonEmpty")}
          options={ENTERED_REASONS.map((code) => ({ value: code, label: t(`statuses.reason.${code}`) }))}
        />
      </details>
      <TextArea name="comment" rows={2} label={asksWhy ? t("entry.fallLabel") : t("entry.commentLabel")} hint={t("entry.commentHint")} optional={!asksWhy} />
    </fieldset>
  );
}

function Boxes({ view }: { view: EntryView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const result = useFormResult();
  const { valueType, head, last } = view;
  const lastTime = (value: string | null | undefined) => (value ? t("entry.lastTime", { value }) : undefined);
  if (valueType === "number") {
    return <NumberField name="value" label={t("entry.valueLabel")} hint={lastTime(last?.value)} unit={head.unit ?? undefined} />;
  }
  if (valueType === "yes_no" || valueType === "stages" || valueType === "scale") {
    return <RadioField name="choice" inline={valueType !== "stages"} label={t(`entry.choiceLabel.${valueType}`)} hint={valueType === "yes_no" ? undefined : t(`entry.choiceHint.${valueType}`)} options={view.options} />;
  }
  const label = (part: "numerator" | "denominator") => atHead(chooseText(view.partLabels[part], language).text) || t(`indicator.${part}`);
  const hasShare = (typedValues(result, "value")?.[0] ?? "") !== "" || Boolean(result?.error?.value);
  return (
    <>
      <PartsField
        numerator={{ name: "numerator", label: label("numerator"), hint: lastTime(last?.numerator) }}
        denominator={{ name: "denominator", label: label("denominator"), hint: lastTime(last?.denominator) }}
      />
      <details open={hasShare}>
        <summary>{t("entry.shareOnly")}</summary>
        <NumberField name="value" label={valueType === "percentage" ? t("entry.shareLabel") : t("entry.ratioLabel")} hint={t("entry.shareHint")} unit={head.unit ?? undefined} />
      </details>
    </>
  );
}

/** The passport writes parts of a sentence; a label begins with a capital. */
const atHead = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** A restricted indicator: where the document is kept, never the value. */
export function ReferenceFields() {
  const { t } = useTranslation();
  return (
    <fieldset className="card stack">
      <legend className="visually-hidden">{t("entry.reference.title")}</legend>
      <h2>{t("entry.reference.title")}</h2>
      <p className="medium">{t("entry.reference.text")}</p>
      <TextField name="reference_no" width="20" label={t("entry.reference.no")} />
      <DateField name="reference_on" label={t("entry.reference.on")} hint={t("errors.date")} />
      <TextField name="reference_holder" width="20" label={t("entry.reference.holder")} />
    </fieldset>
  );
}

export function ProgressFields({ view }: { view: EntryView }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <fieldset className="card stack">
      <legend className="visually-hidden">{t("entry.narrative")}</legend>
      <h2>{t("entry.narrative")}</h2>
      <TextArea name="narrative" label={t("entry.narrativeLabel")} hint={t("entry.narrativeHint")} optional />
      <RadioField
        name="will_meet"
        inline
        optional
        label={view.target ? t("entry.willMeetQuestion", { period: print.ofPeriod(view.target.periodKey), target: view.target.value }) : t("entry.willMeetQuestionNoTarget")}
        options={EXPECTATIONS.map((code) => ({ value: code, label: t(`entry.willMeet.${code}`) }))}
      />
      <SelectField name="obstacle" label={t("entry.obstacleLabel")} empty={t("entry.obstacleEmpty")} options={OBSTACLES.map((code) => ({ value: code, label: t(`entry.obstacle.${code}`) }))} />
    </fieldset>
  );
}

export function EvidenceFields({ view }: { view: EntryView }) {
  const { t } = useTranslation();
  return (
    <fieldset className="card stack">
      <legend className="visually-hidden">{t("entry.evidence")}</legend>
      <h2>{t("entry.evidence")}</h2>
      <TextField name="evidence" label={t("entry.evidenceLabel")} hint={t("entry.evidenceHint")} optional />
      <CheckboxField name="declared" label={t("entry.noOfficialUse")} hint={t("entry.noOfficialUseHint")} />
      {view.isRestricted ? null : (
        <details>
          <summary>{t("entry.more")}</summary>
          <div className="stack">
            <DateField name="observed_on" label={t("entry.observedOn")} hint={t("entry.observedOnHint")} optional />
            <SelectField name="access" label={t("entry.accessLabel")} options={[{ value: "public", label: t("entry.access.public") }, { value: "internal", label: t("entry.access.internal") }]} />
          </div>
        </details>
      )}
    </fieldset>
  );
}
