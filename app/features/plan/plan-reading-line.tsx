/** How the figures of a plan's own pages are to be read, and what they stand on. */
import { useTranslation } from "react-i18next";
import { knownAtWords } from "~/features/report/known-at";
import { useFormat } from "~/i18n/use-format";
import { Link } from "~/ui/navigation";
import { ChangeLink, ReadingLine } from "~/ui/page";
import { Note } from "~/ui/panels";
import type { PlanBasis } from "./plan-labels";
import { withoutDay, type ReadingShown } from "./reading-choices";

/** `apart`: the page shows verified and provisional values side by side, so that neither is said of all. */
export function PlanReadingLine({ basis, shown, csvHref, apart = false }: { basis: PlanBasis; shown: ReadingShown; csvHref?: string; apart?: boolean }) {
  const { t } = useTranslation();
  const print = useFormat();
  const includesProvisional = apart && !basis.includesProvisional ? undefined : basis.includesProvisional;
  return (
    <>
      <ReadingLine basis={basis.basis} basisDate={basis.basisDate} changeHref="#reading" includesProvisional={includesProvisional} ceiling={basis.ceiling} csvHref={csvHref} more={[knownAtWords(basis.knownAt, basis.knownOn, { t, print })]} />
      <ReadingProblem shown={shown} />
    </>
  );
}

/** What was asked and is not shown: the form with the box is at the foot of the page. */
export function ReadingProblem({ shown: { problem } }: { shown: ReadingShown }) {
  const { t } = useTranslation();
  if (problem === null) return null;
  return <Note tone="warn" role="alert">{t(`plan.reading.problem.${problem}`)} <ChangeLink href="#reading" /></Note>;
}

/** Told only of what the reader may see now (rule 18); leads to the same page without a day. */
export function ChangedSince({ search }: { search: string }) {
  const { t } = useTranslation();
  return <Note role="status">{t("plan.reading.changedSince")} <Link to={withoutDay(search)}>{t("plan.reading.seeNow")}</Link></Note>;
}

export function BasisNote({ basis }: { basis: PlanBasis }) {
  const { t } = useTranslation();
  const print = useFormat();
  return <>{[t("formula.planVersion", { no: basis.versionNo, date: print.date(basis.inForceFrom) }), t("formula.rulesVersion", { no: basis.rulesVersion })].join(", ")}</>;
}
