/** The chart as the server draws it; complete without JavaScript. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { fitsBeside, pieces, scaleOf, tickText, type Frame, type Scale } from "./series-geometry";
import type { SeriesGap, SeriesLine, SeriesModel, SeriesPoint } from "./series-model";

export type ChartSize = "page" | "column" | "small";

const FRAMES: Record<ChartSize | "phone", Frame> = {
  page: { width: 1090, height: 330, left: 46, right: 70, top: 26, bottom: 24 },
  column: { width: 724, height: 260, left: 46, right: 70, top: 26, bottom: 24 },
  small: { width: 300, height: 180, left: 42, right: 66, top: 22, bottom: 24 },
  phone: { width: 310, height: 260, left: 42, right: 58, top: 38, bottom: 24 },
};

export function SeriesSvg({ model, size }: { model: SeriesModel; size: ChartSize | "phone" }) {
  const frame = FRAMES[size];
  const scale = scaleOf(model, frame);
  const isWide = size === "page" || size === "column";
  return (
    <svg
      className={isWide ? "chart chart-wide" : "chart"}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      role="img"
      aria-label={model.summary}
    >
      {model.gaps.map((gap) => (
        <rect key={gap.from} className="gap-band" x={scale.x(gap.from)} y={frame.top} width={Math.max(2, scale.x(gap.to) - scale.x(gap.from))} height={frame.height - frame.top - frame.bottom} />
      ))}
      <Axes scale={scale} frame={frame} />
      {model.lines.map((line, index) => (
        <Line key={index} line={line} gaps={model.gaps} scale={scale} frame={frame} isLast={index === model.lines.length - 1} brief={!isWide} step={isWide ? 0 : index % 2} />
      ))}
      {model.gaps.map((gap) => (
        <GapLabel key={gap.from} gap={gap} scale={scale} frame={frame} brief={!isWide} />
      ))}
    </svg>
  );
}

function Axes({ scale, frame }: { scale: Scale; frame: Frame }) {
  const print = useFormat();
  return (
    <>
      {scale.yTicks.map((tick, index) => {
        const y = scale.y(String(tick));
        return (
          <g key={tick}>
            <line className={index === 0 ? "axis-base" : "axis"} x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} />
            <text x={frame.left - 6} y={y + 4} textAnchor="end">{print.number(tickText(tick))}</text>
          </g>
        );
      })}
      {scale.years.map((year) => (
        <text key={year} x={scale.yearX(year)} y={frame.height - 7} textAnchor="middle">{year}</text>
      ))}
    </>
  );
}

interface LineProps {
  line: SeriesLine;
  gaps: readonly SeriesGap[];
  scale: Scale;
  frame: Frame;
  /** only the last series labels its point and its target: the others are history */
  isLast: boolean;
  brief: boolean;
  /** names of neighbouring series stand on two levels where there is little room */
  step: number;
}

function Line({ line, gaps, scale, frame, isLast, brief, step }: LineProps) {
  const { t } = useTranslation();
  const print = useFormat();
  const at = (date: string, value: string) => `${scale.x(date)},${scale.y(value)}`;
  const drawn = pieces(line, gaps);
  const target = line.targets.at(-1);
  const latest = drawn.at(-1)?.at(-1);
  const right = scale.x(line.targets.at(-1)?.date ?? line.points.at(-1)?.date ?? line.from);
  return (
    <>
      {line.name ? (
        <>
          <line className="break-line" x1={scale.x(line.from)} x2={scale.x(line.from)} y1={frame.top - 8} y2={frame.height - frame.bottom} />
          <text x={scale.x(line.from) + 5} y={frame.top - 12 - step * 13}>{brief ? line.name.split(":")[0] : `▸ ${line.name}`}</text>
        </>
      ) : null}
      {line.baseline ? <line className="baseline-line" x1={scale.x(line.baseline.date)} x2={right} y1={scale.y(line.baseline.value)} y2={scale.y(line.baseline.value)} /> : null}
      <polyline className="target-line" points={[...(line.baseline ? [line.baseline] : []), ...line.targets].map((one) => at(one.date, one.value)).join(" ")} />
      {target && isLast ? (
        <TargetKey words={t("chart.targetValue", { value: print.number(target.value) })} x={scale.x(target.date)} y={scale.y(target.value)} />
      ) : null}
      {drawn.map((piece, index) => (
        <Piece key={index} piece={piece} scale={scale} />
      ))}
      {latest && isLast ? (
        <text className="chart-key" x={scale.x(latest.date)} y={scale.y(latest.value ?? "0") - 10} textAnchor="middle">{print.number(latest.value ?? "0")}</text>
      ) : null}
    </>
  );
}

/** Beside the last target, or above it where the words are longer than the margin. */
function TargetKey({ words, x, y }: { words: string; x: number; y: number }) {
  return fitsBeside(words)
    ? <text className="chart-key" x={x + 5} y={y + 4}>{words}</text>
    : <text className="chart-key" x={x} y={y - 8} textAnchor="end">{words}</text>;
}

/** Verified part in one line, dotted on to what is still provisional. */
function Piece({ piece, scale }: { piece: readonly SeriesPoint[]; scale: Scale }) {
  const x = (point: SeriesPoint) => scale.x(point.date);
  const y = (point: SeriesPoint) => scale.y(point.value ?? "0");
  return (
    <>
      {piece.slice(1).map((point, index) => {
        const from = piece[index];
        return from ? <line key={index} className={point.provisional ? "series-line series-line-provisional" : "series-line"} x1={x(from)} y1={y(from)} x2={x(point)} y2={y(point)} /> : null;
      })}
      {piece.map((point, index) => (
        <circle key={index} className={point.provisional ? "series-point series-point-provisional" : "series-point"} cx={x(point)} cy={y(point)} r="4" />
      ))}
    </>
  );
}

function GapLabel({ gap, scale, frame, brief }: { gap: SeriesGap; scale: Scale; frame: Frame; brief: boolean }) {
  const middle = (scale.x(gap.from) + scale.x(gap.to)) / 2;
  const lines = brief ? gap.reason.split(", ") : [gap.reason, ...(gap.detail ? [gap.detail] : [])];
  const width = Math.max(...lines.map((line) => line.length)) * 6.6 + 20;
  const height = lines.length * 16 + 8;
  const left = Math.min(Math.max(middle - width / 2, frame.left), frame.width - width - 2);
  const top = frame.height - frame.bottom - height - 14;
  return (
    <>
      <rect className="gap-label" x={left} y={top} width={width} height={height} rx="3" />
      {lines.map((line, index) => (
        <text key={line} className={index === 0 ? "chart-key" : undefined} x={left + width / 2} y={top + 17 + index * 15} textAnchor="middle">{line}</text>
      ))}
    </>
  );
}
