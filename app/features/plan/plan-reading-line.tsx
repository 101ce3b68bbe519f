/** How the figures of a plan's own pages are to be read, and what they stand on. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { ReadingLine } from "~/ui/page";
import type { PlanBasis } from "./plan-labels";

/** `includesProvisional` is left out where a page shows verified and provisional values apart. */
export function PlanReadingLine({ basis, csvHref, includesProvisional }: { basis: PlanBasis; csvHref?: string; includesProvisional?: boolean }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <ReadingLine basis={basis.basis} basisDate={basis.inForceFrom} changeHref="#reading" includesProvisional={includesProvisional} ceiling={basis.ceiling} csvHref={csvHref} more={[t("plan.asOf", { moment: print.moment(basis.knownAt) })]} />
  );
}

export function BasisNote({ basis }: { basis: PlanBasis }) {
  const { t } = useTranslation();
  const print = useFormat();
  return <>{[t("formula.planVersion", { no: basis.versionNo, date: print.date(basis.inForceFrom) }), t("formula.rulesVersion", { no: basis.rulesVersion })].join(", ")}</>;
}
