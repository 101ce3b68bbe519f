/** The yearly rate through years and plans, drawn by the server; what is not known is written where the line stops. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { CardHead } from "~/ui/card-head";
import { FactTag, type FactCode } from "~/ui/status-tag";
import type { TrendModel, TrendPoint } from "./trend-view";

const FRAME = { width: 296, height: 186, left: 34, right: 8, top: 32, bottom: 22 };
const BOTTOM = FRAME.height - FRAME.bottom;
const TICKS = [0, 50, 100] as const;

export function TrendCard({ trend, csvHref }: { trend: TrendModel; csvHref: string }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <CardHead title={t("leadership.trend.title")} csvHref={csvHref} />
      <div className="trend">
        <TrendSvg trend={trend} />
        <TrendTable rows={trend.rows} />
      </div>
      <p className="tiny muted">{t("leadership.trend.note")}</p>
    </section>
  );
}

function TrendSvg({ trend }: { trend: TrendModel }) {
  const print = useFormat();
  const at = placesOf(trend);
  return (
    <svg className="chart" viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} width={FRAME.width} height={FRAME.height} role="img" aria-label={trend.summary}>
      {trend.gaps.filter(({ why }) => why !== "not_yet_due").map(({ from, to }) => (
        <rect key={from} className="gap-band" x={at.start(from)} y={FRAME.top} width={at.start(to + 1) - at.start(from)} height={BOTTOM - FRAME.top} />
      ))}
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? "axis-base" : "axis"} x1={FRAME.left} x2={FRAME.width - FRAME.right} y1={at.y(tick)} y2={at.y(tick)} />
          <text x={FRAME.left - 6} y={at.y(tick) + 4} textAnchor="end">{print.number(tick)}</text>
        </g>
      ))}
      {yearsNamed(trend).map((year) => <text key={year} x={at.middle(year)} y={FRAME.height - 6} textAnchor="middle">{year}</text>)}
      {trend.breaks.map(({ before, words }) => <Break key={before} x={at.start(before)} words={words} />)}
      {trend.gaps.map((gap) => <GapWords key={gap.from} from={at.start(gap.from)} to={at.start(gap.to + 1)} words={gap.words} isAhead={gap.why === "not_yet_due"} />)}
      {trend.pieces.map((years) => <Line key={years[0]} points={years.flatMap((year) => trend.points.find((point) => point.year === year) ?? [])} at={at} />)}
      {trend.points.map((point) => <Point key={point.year} point={point} at={at} />)}
    </svg>
  );
}

type Places = ReturnType<typeof placesOf>;

/** Each year has a column of its own. Geometry only: nothing of it is printed. */
function placesOf({ first, last }: TrendModel) {
  const column = (FRAME.width - FRAME.left - FRAME.right) / (last - first + 1);
  const round = (place: number) => Math.round(place * 10) / 10;
  return {
    start: (year: number) => round(FRAME.left + (year - first) * column),
    middle: (year: number) => round(FRAME.left + (year - first + 0.5) * column),
    y: (percent: number) => round(BOTTOM - (percent / 100) * (BOTTOM - FRAME.top)),
  };
}

/** As many as fit beside each other. */
function yearsNamed({ first, last }: TrendModel): number[] {
  const every = Math.max(1, Math.ceil((last - first + 1) / 6));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => (year - first) % every === 0);
}

function Line({ points, at }: { points: readonly TrendPoint[]; at: Places }) {
  const places = points.flatMap(({ year, value }) => (value === null ? [] : [`${at.middle(year)},${at.y(Number(value))}`]));
  return places.length < 2 ? null : <polyline className="series-line" points={places.join(" ")} />;
}

/** The interval as a thin line; the figure as a point, hollow while preliminary, absent where withheld. */
function Point({ point: { year, value, low, high, label, preliminary }, at }: { point: TrendPoint; at: Places }) {
  const [x, top] = [at.middle(year), at.y(Number(high))];
  return (
    <>
      {low === high ? null : <line className="interval-line" x1={x} x2={x} y1={at.y(Number(low))} y2={top} />}
      {value === null ? null : <circle className={preliminary ? "series-point series-point-provisional" : "series-point"} cx={x} cy={at.y(Number(value))} r="4" />}
      {value === null ? null : <text className="chart-key" x={x} y={Math.min(top, at.y(Number(value))) - 7} textAnchor="middle">{label}</text>}
    </>
  );
}

function Break({ x, words }: { x: number; words: string }) {
  const isRight = x > FRAME.width * 0.6;
  return (
    <>
      <line className="break-line" x1={x} x2={x} y1={FRAME.top - 12} y2={BOTTOM} />
      <text x={isRight ? x - 5 : x + 5} y={FRAME.top - 12} textAnchor={isRight ? "end" : "start"}>{words}</text>
    </>
  );
}

/** Across where it fits, else upward. Widths of letters are guessed, on the wide side. What is ahead is no gap and has no box. */
function GapWords({ from, to, words, isAhead }: { from: number; to: number; words: string; isAhead: boolean }) {
  const length = words.length * 7.2 + 10;
  const [x, y] = [(from + to) / 2, (FRAME.top + BOTTOM) / 2];
  const isWide = to - from >= length;
  return (
    <g transform={isWide ? undefined : `rotate(-90 ${x} ${y})`}>
      {isAhead ? null : <rect className="gap-label" x={x - length / 2} y={y - 10} width={length} height="20" rx="3" />}
      <text className={isAhead ? undefined : "chart-key"} x={x} y={y + 4} textAnchor="middle">{words}</text>
    </g>
  );
}

const FACTS: Record<NonNullable<TrendModel["rows"][number]["why"]>, FactCode> = {
  no_reports: "not_reported", suspended: "suspended", withheld: "no_data", not_yet_due: "not_yet_due", nothing_due: "nothing_due", no_plan: "no_data",
};

function TrendTable({ rows }: { rows: TrendModel["rows"] }) {
  const { t } = useTranslation();
  return (
    <table className="small table-narrow table-plain">
      <caption className="visually-hidden">{t("leadership.trend.title")}</caption>
      <thead className="visually-hidden"><tr><th scope="col">{t("leadership.trend.yearHead")}</th><th scope="col">{t("scorecard.share")}</th></tr></thead>
      <tbody>
        {rows.map(({ key, years, figure, beside, why, words }) => (
          <tr key={key}>
            <th scope="row" className="nowrap">{years}</th>
            <td>
              {figure ? <b className="nowrap">{figure}</b> : why ? <FactTag fact={FACTS[why]} bare>{words}</FactTag> : null}
              {beside ? <div className="tiny muted">{beside}</div> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
