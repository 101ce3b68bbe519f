/** Delivery and outcomes of a goal: two cards side by side, never one number (rule 10). */
import { useTranslation } from "react-i18next";
import type { OutcomeCounts } from "~/domain/outcomes";
import { useFormat } from "~/i18n/use-format";
import { FormulaCard } from "~/ui/formula-card";
import { HonestFigure } from "~/ui/honest-bar";
import { KeyValue } from "~/ui/key-value";
import type { NodeView } from "./node-view";

export function DeliveryCard({ score, period }: { score: NonNullable<NodeView["score"]>; period: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { delivery, formula } = score;
  return (
    <section className="card stack-tight">
      <h2>{t("plan.delivery")}</h2>
      <p className="small muted">{t("plan.deliveryText")}</p>
      {delivery.due === 0 ? <p>{t("plan.nothingDue", { period: print.period(period) })}</p> : <HonestFigure reading={delivery} />}
      <FormulaCard about={formula.about} equation={formula.equation ?? t("scorecard.averageNone")} result={formula.equation === null ? null : formula.result} items={formula.items} />
    </section>
  );
}

const OUTCOMES = [
  ["met", "met"], ["on_track", "onTrack"], ["behind", "behind"], ["regressing", "regressing"], ["no_data", "noData"],
] as const satisfies readonly (readonly [string, keyof OutcomeCounts])[];

export function OutcomesCard({ outcomes }: { outcomes: OutcomeCounts }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <section className="card stack-tight">
      <h2>{t("plan.outcomes")}</h2>
      <p className="small muted">{t("plan.outcomesText")}</p>
      {outcomes.total === 0 ? <p>{t("plan.noOutcomes")}</p> : (
        <KeyValue short items={OUTCOMES.map(([word, key]) => ({ label: t(`plan.outcome.${word}`), value: print.of(outcomes[key], outcomes.total) }))} />
      )}
    </section>
  );
}
