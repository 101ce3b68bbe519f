/**
 * The interactive chart. A chunk of its own, fetched after the page: nothing else imports the library. Colours are
 * read from the stylesheet, so that both schemes hold; one line a plan version, never joined.
 */
import { Chart, LinearScale, LineController, LineElement, PointElement, Tooltip, type ChartDataset, type Plugin } from "chart.js";
import type { Format } from "~/i18n/formatter";
import { fitsBeside, pieces, tickText, valueTicks, yearPlace } from "./series-geometry";
import type { SeriesModel, SeriesPoint } from "./series-model";

Chart.register(LineController, LineElement, PointElement, LinearScale, Tooltip);

/** Below this width, in px, names are shortened as in the drawing for phones. */
const NARROW = 520;

interface Words {
  print: Format;
  targetWord: (value: string) => string;
}

interface Spot {
  x: number;
  y: number;
  /** what the tooltip repeats: date and value as the table prints them */
  said: string;
}

type Colour = (token: string) => string;

/** Draws and keeps drawing when the colour scheme changes; returns what takes the chart away. */
export function drawSeries(canvas: HTMLCanvasElement, model: SeriesModel, words: Words): () => void {
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  let chart = create(canvas, model, words);
  const redraw = () => {
    chart.destroy();
    chart = create(canvas, model, words);
  };
  scheme.addEventListener("change", redraw);
  return () => {
    scheme.removeEventListener("change", redraw);
    chart.destroy();
  };
}

function create(canvas: HTMLCanvasElement, model: SeriesModel, words: Words): Chart<"line", Spot[]> {
  const style = getComputedStyle(document.documentElement);
  const colour: Colour = (token) => style.getPropertyValue(token).trim();
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  const places = model.lines.flatMap((line) => [line.from, ...line.points.map((p) => p.date), ...line.targets.map((t) => t.date)]).map(yearPlace);
  const yTicks = valueTicks(model, 5);
  return new Chart<"line", Spot[]>(canvas, {
    type: "line",
    data: { datasets: model.lines.flatMap((line) => datasets(line, model, words, colour)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      layout: { padding: { top: canvas.clientWidth < NARROW ? 36 : 22, right: 64 } },
      scales: {
        x: {
          type: "linear",
          min: Math.floor(Math.min(...places)),
          max: Math.ceil(Math.max(...places)),
          grid: { display: false },
          border: { color: colour("--edge") },
          ticks: { color: colour("--ink-2"), font, precision: 0, callback: (value) => String(value) },
        },
        y: {
          min: yTicks[0],
          max: yTicks[yTicks.length - 1],
          afterBuildTicks: (axis) => void (axis.ticks = yTicks.map((value) => ({ value }))),
          grid: { color: colour("--line") },
          border: { display: false },
          ticks: { color: colour("--ink-2"), font, callback: (value) => words.print.number(tickText(Number(value))) },
        },
      },
      plugins: { tooltip: { displayColors: false, callbacks: { title: () => "", label: ({ raw }) => (raw as Spot).said } } },
    },
    plugins: [bands(model, colour, font), labels(model, words, colour, font)],
  });
}

function datasets(line: SeriesModel["lines"][number], model: SeriesModel, { print }: Words, colour: Colour): ChartDataset<"line", Spot[]>[] {
  const spot = (date: string, value: string): Spot => ({ x: yearPlace(date), y: Number(value), said: `${print.date(date)}: ${print.withUnit(value, model.unit)}` });
  const bare = { pointRadius: 0, pointHitRadius: 6, borderWidth: 1.5 };
  const targets = [...(line.baseline ? [line.baseline] : []), ...line.targets];
  const end = line.targets.at(-1) ?? line.points.at(-1);
  return [
    ...(line.baseline && end
      ? [{ ...bare, data: [spot(line.baseline.date, line.baseline.value), spot(end.date, line.baseline.value)], borderColor: colour("--edge"), borderDash: [1, 4], borderWidth: 2 }]
      : []),
    { ...bare, data: targets.map((one) => spot(one.date, one.value)), borderColor: colour("--ink"), borderDash: [6, 4] },
    ...pieces(line, model.gaps).map((piece) => ({
      data: piece.map((point: SeriesPoint) => spot(point.date, point.value ?? "0")),
      borderColor: colour("--accent"),
      borderWidth: 2.5,
      pointRadius: 4,
      pointHoverRadius: 6,
      pointBackgroundColor: piece.map((point) => colour(point.provisional ? "--surface" : "--accent")),
      pointBorderColor: colour("--accent"),
      pointBorderWidth: 2,
      segment: { borderDash: ({ p1DataIndex }: { p1DataIndex: number }) => (piece[p1DataIndex]?.provisional ? [3, 3] : undefined) },
    })),
  ];
}

type Font = { family: string; size: number };

/** Gaps as striped bands under the lines. */
function bands(model: SeriesModel, colour: Colour, font: Font): Plugin<"line"> {
  return {
    id: "bands",
    beforeDatasetsDraw({ ctx, chartArea, scales, width }) {
      const { x } = scales;
      if (!x) return;
      for (const gap of model.gaps) {
        const from = x.getPixelForValue(yearPlace(gap.from));
        const to = x.getPixelForValue(yearPlace(gap.to));
        ctx.save();
        ctx.globalAlpha = 0.35;
        ctx.fillStyle = colour("--susp");
        for (let at = from; at < to; at += 7) ctx.fillRect(at, chartArea.top, 2.5, chartArea.bottom - chartArea.top);
        ctx.restore();
        const lines = width < NARROW ? gap.reason.split(", ") : [gap.reason, gap.detail ?? ""].filter(Boolean);
        writeBox(ctx, lines, (from + to) / 2, chartArea, colour, font);
      }
    },
  };
}

function writeBox(ctx: CanvasRenderingContext2D, lines: string[], middle: number, area: { left: number; right: number; bottom: number }, colour: Colour, font: Font) {
  ctx.save();
  ctx.font = `600 ${font.size}px ${font.family}`;
  const width = Math.max(...lines.map((line) => ctx.measureText(line).width)) + 20;
  const height = lines.length * 16 + 8;
  const left = Math.min(Math.max(middle - width / 2, area.left), area.right - width);
  const top = area.bottom - height - 14;
  ctx.fillStyle = colour("--track");
  ctx.strokeStyle = colour("--edge");
  ctx.fillRect(left, top, width, height);
  ctx.strokeRect(left, top, width, height);
  ctx.textAlign = "center";
  lines.forEach((line, index) => {
    ctx.font = `${index === 0 ? "600 " : ""}${font.size}px ${font.family}`;
    ctx.fillStyle = colour(index === 0 ? "--ink" : "--ink-2");
    ctx.fillText(line, left + width / 2, top + 17 + index * 16);
  });
  ctx.restore();
}

/** Names of plan versions at their rules; the last point and the last target by their values. */
function labels(model: SeriesModel, { print, targetWord }: Words, colour: Colour, font: Font): Plugin<"line"> {
  return {
    id: "labels",
    afterDatasetsDraw({ ctx, chartArea, scales, width }) {
      const { x, y } = scales;
      if (!x || !y) return;
      const write = (words: string, date: string, value: string, dx: number, dy: number, align: CanvasTextAlign) => {
        ctx.textAlign = align;
        ctx.fillText(words, x.getPixelForValue(yearPlace(date)) + dx, y.getPixelForValue(Number(value)) + dy);
      };
      ctx.save();
      for (const [index, line] of model.lines.entries()) {
        if (!line.name) continue;
        const at = x.getPixelForValue(yearPlace(line.from));
        ctx.fillStyle = ctx.strokeStyle = colour("--ink");
        ctx.beginPath();
        ctx.moveTo(at, chartArea.top - 8);
        ctx.lineTo(at, chartArea.bottom);
        ctx.stroke();
        ctx.font = `${font.size}px ${font.family}`;
        ctx.fillStyle = colour("--ink-2");
        ctx.textAlign = "left";
        if (width < NARROW) ctx.fillText(line.name.split(":")[0] ?? "", at + 5, chartArea.top - 10 - (index % 2) * 13);
        else ctx.fillText(`▸ ${line.name}`, at + 5, chartArea.top - 10);
      }
      const last = model.lines.at(-1);
      const target = last?.targets.at(-1);
      const point = last && pieces(last, model.gaps).at(-1)?.at(-1);
      ctx.font = `600 ${font.size}px ${font.family}`;
      ctx.fillStyle = colour("--ink");
      const words = target ? targetWord(print.number(target.value)) : "";
      if (target && fitsBeside(words)) write(words, target.date, target.value, 6, 4, "left");
      else if (target) write(words, target.date, target.value, 0, -8, "right");
      if (point?.value) write(print.number(point.value), point.date, point.value, 0, -11, "center");
      ctx.restore();
    },
  };
}
