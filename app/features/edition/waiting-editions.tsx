/** Preparations that wait for another person, by plan and period. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { WorkList, WorkRow } from "~/ui/work-list";
import type { PreparationSummary } from "~db/queries/editions";
import { preparationPath } from "./addresses";

export const waitingOf = ({ id, planCode, periodKey, ceiling, knownAt, preparedAt, preparedBy, findings }: PreparationSummary) =>
  ({ id, planCode, periodKey, ceiling, knownAt, preparedAt, preparedBy: preparedBy.name, findings });

export function WaitingEditions({ editions }: { editions: readonly ReturnType<typeof waitingOf>[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <WorkList title={t("edition.waiting")} count={editions.length} note={t("edition.waitingText")}>
      {editions.map(({ id, planCode, periodKey, ceiling, knownAt, preparedAt, preparedBy, findings }) => (
        <WorkRow
          key={id}
          name={`${planCode}, ${print.period(periodKey)}`}
          href={preparationPath(planCode, id)}
          state={
            <span className="row small muted">
              <span>{t(`statuses.access.${ceiling}`)}</span>
              <span>{t("edition.preparedHead")}: {print.moment(preparedAt, { zone: false })}, <LocalText text={preparedBy} /></span>
            </span>
          }
          facts={[{ label: t("edition.cutOff"), value: print.moment(knownAt, { zone: false }) }, { label: t("edition.findings"), value: print.number(findings) }]}
        />
      ))}
    </WorkList>
  );
}
