/** Preparations that wait for another person, by plan and period. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { Link } from "~/ui/navigation";
import type { PreparationSummary } from "~db/queries/editions";
import { preparationPath } from "./addresses";

export const waitingOf = ({ id, planCode, periodKey, ceiling, knownAt, preparedAt, preparedBy, findings }: PreparationSummary) =>
  ({ id, planCode, periodKey, ceiling, knownAt, preparedAt, preparedBy: preparedBy.name, findings });

export function WaitingEditions({ editions }: { editions: readonly ReturnType<typeof waitingOf>[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <section className="stack-tight">
      <h2>{t("edition.waiting")}</h2>
      <p className="muted medium">{t("edition.waitingText")}</p>
      <ul className="work">
        {editions.map(({ id, planCode, periodKey, ceiling, knownAt, preparedAt, preparedBy, findings }) => (
          <li key={id}>
            <div>
              <Link className="work-name" to={preparationPath(planCode, id)}>{planCode}, {print.period(periodKey)}</Link>
              <p className="row small muted">
                <span>{t(`statuses.access.${ceiling}`)}</span>
                <span>{t("edition.preparedHead")}: {print.moment(preparedAt, { zone: false })}, <LocalText text={preparedBy} /></span>
              </p>
            </div>
            <dl className="work-facts">
              <div><dt>{t("edition.cutOff")}</dt><dd>{print.moment(knownAt, { zone: false })}</dd></div>
              <div><dt>{t("edition.findings")}</dt><dd>{print.number(findings)}</dd></div>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
