/** Completeness of a round: who has not reported, by name and by indicator. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Legend, StackedBar } from "~/ui/stacked-bar";
import type { BoardRow, BoardTotals, RoundOption } from "./get-board.server";

export function RoundChoice({ rounds, chosen }: { rounds: readonly RoundOption[]; chosen: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <form className="filters no-print" method="get">
      <div className="field">
        <label htmlFor="field-round">{t("home.board.round")}</label>
        <select id="field-round" name="round" defaultValue={chosen}>
          {rounds.map((round) => (
            <option key={round.id} value={round.id}>
              {t("home.board.roundName", { plan: round.planCode, period: print.period(round.periodKey), due: print.date(round.dueOn) })} ({t(`home.board.kind.${round.kind as "annual"}`)})
            </option>
          ))}
        </select>
      </div>
      <button className="button button-outline">{t("home.board.show")}</button>
    </form>
  );
}

export function BoardBar({ totals }: { totals: BoardTotals }) {
  const { t } = useTranslation();
  const print = useFormat();
  const parts = [
    { label: t("home.board.verified"), count: totals.verified, tone: "done" as const },
    { label: t("home.board.waiting"), count: totals.waiting, tone: "prog" as const },
    { label: t("home.board.returned"), count: totals.returned, tone: "part" as const },
    { label: t("home.board.missing"), count: totals.missing, tone: "todo" as const },
  ];
  return (
    <section className="card stack-tight">
      <h2>{print.of(totals.owed - totals.missing, totals.owed)}</h2>
      <StackedBar parts={parts} of={t("common.obligations", { count: totals.owed })} />
      <Legend items={parts.map((part) => `${part.label} ${part.count}`)} />
      {totals.excluded > 0 ? <p className="small muted">{t("home.progress.excluded", { count: totals.excluded })}</p> : null}
    </section>
  );
}

export function NotReported({ rows }: { rows: readonly BoardRow[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  const missing = rows.filter((row) => row.missing > 0);
  return (
    <section className="card stack-tight">
      <h2>{t("home.board.notReported")}</h2>
      {missing.length === 0 ? <p className="medium muted">{t("home.board.everyone")}</p> : null}
      {missing.map((row) => (
        <details key={row.agencyId}>
          <summary>{t("home.board.notReportedOf", { agency: row.abbr, values: t("common.values", { count: row.missing }) })}</summary>
          <ul className="small">
            {row.notReported.map((each) => (
              <li key={each.obligationId}>
                <span className="nowrap">{each.code}</span> {each.title} <span className="muted">({print.period(each.periodKey)})</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
