/** Search and filters of the tree: a plain form whose answer has an address of its own. */
import { Form, Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { INDICATOR_STATES, LIGHTS } from "~/features/indicator/indicator-state";
import { useFormat } from "~/i18n/use-format";
import { SelectField, TextField } from "~/ui/fields";
import { planPath } from "./addresses";
import { AskedFields } from "./asked-fields";
import type { PlanTreeView } from "./get-plan-tree.server";
import { FILTER_NAMES } from "./plan-filters";

export function TreeFilters({ view }: { view: Pick<PlanTreeView, "code" | "filters" | "choices" | "period" | "isFiltered" | "basis"> }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { filters, choices, period } = view;
  const statuses = [
    ...INDICATOR_STATES.map((state) => ({ value: state, label: t(`plan.state.${state}`) })),
    ...LIGHTS.map((light) => ({ value: light, label: `${t("plan.pace")}: ${t(`statuses.light.${light}`)}` })),
  ];
  return (
    // the address is the state: a key makes the boxes follow it
    <Form method="get" className="card stack-tight no-print" role="search" aria-label={t("plan.filters")} key={JSON.stringify([filters, period, view.basis.asked])}>
      <AskedFields asked={view.basis.asked} />
      <div className="filters">
        <TextField name={FILTER_NAMES.words} type="search" label={t("plan.search")} defaultValue={filters.words} width="20" maxLength={100} />
        <SelectField name={FILTER_NAMES.node} label={t("plan.goal")} empty={t("plan.anyGoal")} options={choices.goals} defaultValue={filters.nodeCode} />
        <SelectField name={FILTER_NAMES.agency} label={t("plan.agency")} empty={t("plan.anyAgency")} options={choices.agencies} defaultValue={filters.agencyCode} />
        {choices.components.length > 0 ? (
          <SelectField name={FILTER_NAMES.component} label={t("plan.component")} empty={t("plan.anyComponent")} options={choices.components} defaultValue={filters.componentCode} />
        ) : null}
        <SelectField name={FILTER_NAMES.status} label={t("plan.statusOf", { period: print.period(period) })} empty={t("plan.anyStatus")} options={statuses} defaultValue={filters.status} />
        {choices.periods.length > 1 ? (
          <SelectField name={FILTER_NAMES.period} label={t("common.period")} options={choices.periods.map((key) => ({ value: key, label: print.period(key) }))} defaultValue={period} width="10" />
        ) : null}
        <div className="actions">
          <button className="button button-outline">{t("common.filter")}</button>
          {view.isFiltered ? <Link to={planPath(view.code) + view.basis.asked}>{t("common.clearFilters")}</Link> : null}
        </div>
      </div>
    </Form>
  );
}
