/** What a goal or another node holds: delivery and outcomes, two cards side by side and never one number (rule 10); what is below it. */
import { useTranslation } from "react-i18next";
import type { OutcomeCounts } from "~/domain/outcomes";
import { toTableModel } from "~/features/report/to-table-model";
import { Formula } from "~/features/scorecard/headline";
import { useFormat } from "~/i18n/use-format";
import { HonestFigure } from "~/ui/honest-bar";
import { KeyValue } from "~/ui/key-value";
import { ReportTable } from "~/ui/report-table";
import { IndicatorsCard } from "./indicators-card";
import type { NodeAnswer, NodeView } from "./node-view";
import { MeasureItem } from "./tree-list";

/** `csvHref`: the address of one of its tables as a file. */
export function NodeContent({ answer: { view, children, outcomes }, csvHref }: { answer: NodeAnswer; csvHref: (table: "parts" | "outcomes") => string }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <>
      {view.score ? (
        <div className="columns columns-two">
          <DeliveryCard score={view.score} period={view.period} />
          <OutcomesCard outcomes={view.score.outcomes} />
        </div>
      ) : null}
      {children ? <ReportTable table={toTableModel(children, print)} csvHref={csvHref("parts")} /> : null}
      {outcomes ? <IndicatorsCard table={outcomes} csvHref={csvHref("outcomes")} /> : null}
      {view.measures.length > 0 ? (
        <section className="card stack-tight">
          <h2>{t("plan.measures")}</h2>
          <ul className="tree plan-measures">{view.measures.map((measure) => <MeasureItem key={measure.code} measure={measure} />)}</ul>
        </section>
      ) : null}
    </>
  );
}

function DeliveryCard({ score, period }: { score: NonNullable<NodeView["score"]>; period: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { delivery, formula } = score;
  return (
    <section className="card stack-tight">
      <h2>{t("plan.delivery")}</h2>
      <p className="small muted">{t("plan.deliveryText")}</p>
      {delivery.due === 0 ? <p>{t("plan.nothingDue", { period: print.period(period) })}</p> : <HonestFigure reading={delivery} />}
      <Formula formula={formula} />
    </section>
  );
}

const OUTCOMES = [
  ["met", "met"], ["on_track", "onTrack"], ["behind", "behind"], ["regressing", "regressing"], ["no_data", "noData"],
] as const satisfies readonly (readonly [string, keyof OutcomeCounts])[];

function OutcomesCard({ outcomes }: { outcomes: OutcomeCounts }) {
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
