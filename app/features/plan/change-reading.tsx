import { Form } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { DateField, SelectField } from "~/ui/fields";
import { BASES, CEILINGS, VALUES, type ReadingShown } from "./reading-choices";

/** The plain form that changes what the figures of a page are read from; the choice stands in the address. */
export function ChangeReading({ shown }: { shown: ReadingShown }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight no-print" id="reading">
      <h2>{t("plan.reading.title")}</h2>
      <Form method="get" className="stack-tight" key={JSON.stringify(shown)}>
        {shown.kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <ReadingFields shown={shown} />
        <div className="actions"><button className="button button-outline">{t("scorecard.apply")}</button></div>
      </Form>
    </section>
  );
}

/** The boxes of one reading; `prefix` where a form asks for two. */
export function ReadingFields({ shown, prefix = "" }: { shown: ReadingShown; prefix?: "" | "from_" | "to_" }) {
  const { t } = useTranslation();
  const values = shown.mayAddProvisional ? VALUES : VALUES.slice(0, 1);
  const knownAt = `${prefix}known_at`;
  const said = { [knownAt]: [`plan.reading.problem.${shown.problem}`] };
  // a day still ahead is no mistake: it is read as now
  const problem = shown.problem === null ? null : { initialValue: { [knownAt]: shown.knownAt }, ...(shown.problem === "date" ? { error: said } : { warning: said }) };
  const ceilings = CEILINGS.slice(0, CEILINGS.indexOf(shown.ownCeiling) + 1);
  return (
    <>
      <DateField name={knownAt} label={t("plan.reading.knownAt")} hint={t("plan.reading.knownAtHint")} defaultValue={shown.knownAt} lastResult={problem} />
      <SelectField name={`${prefix}basis`} label={t("scorecard.basisHead")} defaultValue={shown.basis} options={BASES.map((value) => ({ value, label: t(`csv.basis.${value}`) }))} />
      {values.length > 1 ? (
        <SelectField
          name={`${prefix}values`}
          label={t("scorecard.valuesHead")}
          defaultValue={shown.reading}
          options={values.map((value) => ({ value, label: t(value === "official" ? "csv.verifiedOnly" : "csv.withProvisional") }))}
        />
      ) : null}
      {ceilings.length > 1 ? (
        <SelectField name={`${prefix}ceiling`} label={t("plan.reading.ceiling")} defaultValue={shown.ceiling} options={ceilings.map((value) => ({ value, label: t(`csv.ceiling.${value}`) }))} />
      ) : null}
    </>
  );
}
