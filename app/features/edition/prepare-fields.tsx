/** What an edition is to be of. */
import { useTranslation } from "react-i18next";
import { BASES } from "~/features/plan/reading-choices";
import { useFormat } from "~/i18n/use-format";
import { DateField, RadioField, SelectField, TextArea } from "~/ui/fields";
import type { PrepareForm } from "./get-prepare-form.server";

export function PrepareFields({ form }: { form: PrepareForm }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <>
      <SelectField name="period" label={t("edition.form.period")} empty={t("edition.form.choosePeriod")} options={form.periods.map((key) => ({ value: key, label: print.period(key) }))} />
      <RadioField name="ceiling" label={t("edition.form.ceiling")} hint={t("edition.form.ceilingHint")} options={form.ceilings.map((value) => ({ value, label: t(`edition.form.ceilingOf.${value}`) }))} />
      <RadioField name="basis" label={t("edition.form.basis")} defaultValue="in_force_on_1_january" options={BASES.map((value) => ({ value, label: t(`edition.form.basisOf.${value}`) }))} />
      <DateField name="cut_off" label={t("edition.form.cutOff")} hint={t("edition.form.cutOffHint")} optional />
      <TextArea name="foreword_uk" rows={4} label={t("edition.form.forewordUk")} hint={t("edition.form.forewordHint")} optional />
      <TextArea name="foreword_en" rows={4} label={t("edition.form.forewordEn")} hint={t("edition.form.forewordHint")} optional />
    </>
  );
}
