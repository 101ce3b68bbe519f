/**
 * The waterfall of a bridge: a bar a line, from the first figure down to the second. It stretches with its card: places
 * are per cent of its width, words keep their size. Totals are solid, rises filled, falls outlined; the value is written.
 */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { BridgeBar } from "./bridge-view";

const ROW = { height: 44, words: 15, top: 22, bar: 16 };
/** Bars start at 0; the axis ends where the longest fits. */
const AXIS_ENDS = [10, 25, 50, 100] as const;

export function BridgeChart({ bars, summary }: { bars: readonly BridgeBar[]; summary: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  const axis = axisOf(bars);
  const at = (percent: number) => `${Math.round((percent / axis) * 10_000) / 100}%`;
  const bottom = bars.length * ROW.height;
  return (
    <section className="card stack-tight">
      <h2>{t("bridge.chart")}</h2>
      <svg className="chart waterfall" width="100%" height={bottom + 20} role="img" aria-label={summary}>
        {bars.map((bar, index) => <Bar key={bar.key} bar={bar} y={index * ROW.height} at={at} isLast={index === bars.length - 1} />)}
        <text x="0" y={bottom + 16}>{print.percent("0")}</text>
        <text x="100%" y={bottom + 16} textAnchor="end">{print.percent(String(axis))}</text>
      </svg>
      <p className="tiny muted">{t("bridge.chartNote")}</p>
    </section>
  );
}

function Bar({ bar: { label, value, kind, from, to }, y, at, isLast }: { bar: BridgeBar; y: number; at: (percent: number) => string; isLast: boolean }) {
  const [low, high] = [Math.min(Number(from), Number(to)), Math.max(Number(from), Number(to))];
  return (
    <>
      <text x="0" y={y + ROW.words}>{label}</text>
      <text className="chart-key" x="100%" y={y + ROW.words} textAnchor="end">{value}</text>
      {kind === "same" ? <line className="waterfall-same" x1={at(low)} x2={at(low)} y1={y + ROW.top} y2={y + ROW.top + ROW.bar} /> : (
        <rect className={`waterfall-${kind}`} x={at(low)} y={y + ROW.top} width={at(high - low)} height={ROW.bar} />
      )}
      {isLast ? null : <line className="waterfall-link" x1={at(Number(to))} x2={at(Number(to))} y1={y + ROW.top + ROW.bar} y2={y + ROW.height + ROW.top} />}
    </>
  );
}

function axisOf(bars: readonly BridgeBar[]): number {
  const longest = Math.max(...bars.flatMap(({ from, to }) => [Number(from), Number(to)]));
  return AXIS_ENDS.find((end) => end >= longest) ?? 100;
}
