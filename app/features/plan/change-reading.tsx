import { Form } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { SelectField } from "~/ui/fields";
import { BASES, VALUES } from "~/features/plan/reading-question";
import type { ScorecardPage } from "./scorecard-page";

interface ChangeReadingProps {
  basis: ScorecardPage["reading"]["basis"];
  includesProvisional: boolean;
  /** only those who see every body's unverified values may add them to a reading */
  mayAddProvisional: boolean;
}

/** The plain form that changes what the figures are read from; the choice stands in the address. */
export function ChangeReading({ basis, includesProvisional, mayAddProvisional }: ChangeReadingProps) {
  const { t } = useTranslation();
  const values = mayAddProvisional ? VALUES : VALUES.slice(0, 1);
  return (
    <section className="card stack-tight">
      <h2>{t("scorecard.changeReading")}</h2>
      <Form method="get" className="stack-tight">
        <SelectField name="basis" label={t("scorecard.basisHead")} defaultValue={basis} options={BASES.map((value) => ({ value, label: t(`csv.basis.${value}`) }))} />
        <SelectField
          name="values"
          label={t("scorecard.valuesHead")}
          defaultValue={includesProvisional ? "including_provisional" : "official"}
          options={values.map((value) => ({ value, label: t(value === "official" ? "csv.verifiedOnly" : "csv.withProvisional") }))}
        />
        <div className="actions"><button className="button button-outline">{t("scorecard.apply")}</button></div>
      </Form>
    </section>
  );
}
