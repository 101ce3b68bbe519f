/** Parts of the page of a bridge: the two figures, the steps with what each moved, the form that asks for others. */
import { useTranslation } from "react-i18next";
import { ReadingFields } from "~/features/plan/change-reading";
import type { ReadingShown } from "~/features/plan/reading-choices";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { CardHead } from "~/ui/card-head";
import { SelectField } from "~/ui/fields";
import { Form, Link } from "~/ui/navigation";
import { ReadingLine } from "~/ui/page";
import { ReportTable } from "~/ui/report-table";
import type { BridgeView } from "./bridge-view";

export function Ends({ view: { from, to } }: { view: Pick<BridgeView, "from" | "to"> }) {
  return (
    <div className="columns columns-two columns-even">
      <End which="from" end={from} />
      <End which="to" end={to} />
    </div>
  );
}

function End({ which, end }: { which: "from" | "to"; end: BridgeView["from"] }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h2>{t(`bridge.side.${which}`)}: <Link to={end.href}>{end.name}</Link></h2>
      <div className="row row-middle">
        {end.percent === null ? <span className="hero hero-withheld">{end.instead}</span> : <span className="hero">{end.percent}</span>}
        {end.of === null ? null : <b>{end.of}</b>}
      </div>
      <ReadingLine {...end.reading} more={[...end.reading.more, end.plan]} />
    </section>
  );
}

/** Each step opens its items; a link to one opens it too. */
export function Steps({ view: { steps, csv } }: { view: Pick<BridgeView, "steps" | "csv"> }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (steps.length === 0) return null;
  return (
    <section className="stack" aria-label={t("bridge.items")}>
      <div className="stack-tight">
        <CardHead title={t("bridge.items")} csvHref={csv.items} />
        <p className="small muted">{t("bridge.itemsText")}</p>
      </div>
      {steps.map(({ code, name, about, piece, count, items }) => (
        <details key={code} className="card">
          <summary><b>{name}</b> {piece} · {count}</summary>
          <div className="stack-tight" id={code}>
            <p className="small muted">{about}</p>
            <ReportTable table={toTableModel(items, print)} captionHidden />
          </div>
        </details>
      ))}
    </section>
  );
}

export function ChooseFigures({ choice, shown }: { choice: BridgeView["choice"]; shown: { from: ReadingShown; to: ReadingShown } }) {
  const { t } = useTranslation();
  return (
    <section className="card stack no-print" id="reading">
      <h2>{t("bridge.choose")}</h2>
      <p className="small muted">{t("bridge.chooseText")}</p>
      <Form method="get" className="stack" key={JSON.stringify([choice, shown])}>
        <div className="columns columns-two">
          <SelectField name="figure" label={t("bridge.whatHead")} defaultValue={choice.figure} options={choice.figures} width="full" />
          <SelectField name="goal" label={t("bridge.goalHead")} defaultValue={choice.goal ?? ""} empty={t("bridge.wholePlan")} options={choice.goals} width="full" />
        </div>
        <div className="columns columns-two">
          {(["from", "to"] as const).map((side) => (
            <fieldset key={side} className="stack-tight">
              <legend>{t(`bridge.side.${side}`)}</legend>
              {choice.editions.length > 0 ? <SelectField name={`${side}_edition`} label={t("bridge.editionHead")} hint={t("bridge.editionHint")} defaultValue={choice[side].edition} empty={t("bridge.notEdition")} options={choice.editions} width="full" /> : null}
              <SelectField name={`${side}_period`} label={t("bridge.periodHead")} defaultValue={choice[side].period} options={choice.periods} />
              <ReadingFields shown={shown[side]} prefix={`${side}_`} />
            </fieldset>
          ))}
        </div>
        <div className="actions"><button className="button">{t("bridge.apply")}</button></div>
      </Form>
    </section>
  );
}
