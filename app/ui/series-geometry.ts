/** Where things lie on a chart. Pure; floats are fine here, nothing of it is ever printed as a figure. */
import type { SeriesGap, SeriesLine, SeriesModel, SeriesPoint } from "./series-model";

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Scale {
  x: (date: string) => number;
  y: (value: string) => number;
  yTicks: number[];
  /** first days of the years to name under the axis, already thinned to what fits */
  years: number[];
  yearX: (year: number) => number;
}

/** A target's label stands in the right margin when it is as short as "ціль 100". */
export const fitsBeside = (words: string) => words.length <= 9;

/** A date as a place on the axis of years: 2026-07-02 is about 2026.5. */
export function yearPlace(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

export function scaleOf(model: SeriesModel, frame: Frame): Scale {
  const places = datesOf(model).map(yearPlace);
  const first = Math.floor(Math.min(...places));
  const last = Math.max(Math.ceil(Math.max(...places)), first + 1);
  const yTicks = valueTicks(model, frame.height < 200 ? 3 : 5);
  const low = yTicks[0] ?? 0;
  const high = yTicks[yTicks.length - 1] ?? 1;
  const span = frame.width - frame.left - frame.right;
  const rise = frame.height - frame.top - frame.bottom;
  const at = (place: number) => round(frame.left + ((place - first) / (last - first)) * span);
  const every = Math.max(1, Math.ceil((last - first) / Math.max(1, Math.floor(span / 52))));
  return {
    x: (date) => at(yearPlace(date)),
    y: (value) => round(frame.top + rise - ((Number(value) - low) / (high - low || 1)) * rise),
    yTicks,
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => (year - first) % every === 0),
    yearX: at,
  };
}

/** Pieces of a line that may be drawn through: broken where a value is missing and where a gap lies between. */
export function pieces(line: SeriesLine, gaps: readonly SeriesGap[]): SeriesPoint[][] {
  const found: SeriesPoint[][] = [];
  let piece: SeriesPoint[] = [];
  let before: SeriesPoint | null = null;
  for (const point of line.points) {
    const isBroken = point.value === null || (before !== null && gaps.some((gap) => gap.from >= before!.date && gap.from < point.date));
    if (isBroken && piece.length > 0) {
      found.push(piece);
      piece = [];
    }
    if (point.value !== null) piece.push(point);
    before = point;
  }
  if (piece.length > 0) found.push(piece);
  return found;
}

/** Round steps covering low to high; percent-like data keep their ends. At least two ticks. */
export function ticks(low: number, high: number, about: number): number[] {
  const spread = high - low || Math.abs(high) || 1;
  const raw = spread / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= raw) ?? raw;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.max(Math.ceil(high / step - 1e-9), from + 1);
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}

/** A tick as a plain decimal for printing: never in powers of ten. */
export const tickText = (tick: number) => tick.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 6 });

/** Ticks of the axis of values: everything drawn lies between the first and the last. */
export function valueTicks(model: SeriesModel, about: number): number[] {
  const values = valuesOf(model).map(Number);
  return ticks(Math.min(...values), Math.max(...values), about);
}

const datesOf = ({ lines, gaps }: SeriesModel) => [
  ...lines.flatMap((line) => [line.from, ...line.points.map((p) => p.date), ...line.targets.map((t) => t.date), ...(line.baseline ? [line.baseline.date] : [])]),
  ...gaps.flatMap((gap) => [gap.from, gap.to]),
];

const valuesOf = ({ lines }: SeriesModel) =>
  lines.flatMap((line) => [...line.points.flatMap((p) => p.value ?? []), ...line.targets.map((t) => t.value), ...(line.baseline ? [line.baseline.value] : [])]);

const round = (value: number) => Math.round(value * 100) / 100;
