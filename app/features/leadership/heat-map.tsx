/** Bodies by goals: counts in the cells, the band as a tone, a hatch over few data, a dot over nothing. A table to the ear. */
import { useTranslation } from "react-i18next";
import { Link } from "~/ui/navigation";
import { CardHead } from "~/ui/card-head";
import type { HeatCell, HeatMap } from "./agency-goals-view";

export function HeatMapCard({ map, csvHref }: { map: HeatMap; csvHref: string }) {
  const { t } = useTranslation();
  const title = t(`leadership.map.${map.by}`);
  return (
    <section className="card stack-tight">
      <CardHead title={title} csvHref={csvHref} />
      {map.rows.length === 0 ? <p className="medium muted">{t("leadership.map.nothing")}</p> : <HeatTable map={map} title={title} />}
    </section>
  );
}

function HeatTable({ map, title }: { map: HeatMap; title: string }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="heat small">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("common.agency")}</th>
              {map.goals.map(({ key, code, title: name, href }) => (
                <th key={key} scope="col">{href ? <Link to={href}>{code}<span className="visually-hidden">. {name}</span></Link> : name}</th>
              ))}
              <th scope="col">{t("common.total")}</th>
            </tr>
          </thead>
          <tbody>
            {map.rows.map(({ key, agency, cells, total }) => (
              <tr key={key}>
                <th scope="row">{agency}</th>
                {cells.map((cell, index) => <Cell key={map.goals[index]?.key} cell={cell} />)}
                <Cell cell={total} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("common.total")}</th>
              {map.totals.map((cell, index) => <Cell key={map.goals[index]?.key} cell={cell} />)}
              <Cell cell={map.total} />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="tiny muted">{t(map.by === "results" ? "leadership.map.legend" : "leadership.map.legendPace")}</p>
      <details>
        <summary className="small">{t("leadership.map.goals")}</summary>
        <ul className="small plain">{map.goals.map(({ key, code, title: name }) => <li key={key}><b>{code}</b> {name}</li>)}</ul>
      </details>
    </>
  );
}

function Cell({ cell: { tone, text, said, href } }: { cell: HeatCell }) {
  const words = <><span aria-hidden="true">{text}</span><span className="visually-hidden">{said}</span></>;
  return <td className={`heat-${tone}`}>{href ? <Link to={href}>{words}</Link> : <span>{words}</span>}</td>;
}
