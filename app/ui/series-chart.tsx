/**
 * A series with its target, baseline, gaps and breaks: drawn by the server, one sentence beside it, its table given
 * by the page. Once the page stands, a chunk of its own puts an interactive chart in the drawing's place.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import type { SeriesModel } from "./series-model";
import { SeriesSvg, type ChartSize } from "./series-svg";

interface SeriesChartProps {
  model: SeriesModel;
  size?: ChartSize;
  csvHref?: string;
  /** the same figures as a table; it follows the chart */
  children?: ReactNode;
}

export function SeriesChart({ model, size = "page", csvHref, children }: SeriesChartProps) {
  const { t } = useTranslation();
  const live = useLiveChart(model);
  const isEmpty = model.lines.every((line) => line.points.length === 0 && line.targets.length === 0 && !line.baseline);
  const heading = model.unit ? `${model.title}, ${model.unit}` : model.title;
  return (
    <figure className="card stack-tight">
      <figcaption className="row">
        <h2>{heading}</h2>
        <span className="push-end small no-print row">
          {live.isLive ? <button type="button" className="link-button" onClick={live.savePicture}>{t("chart.png")}</button> : null}
          {csvHref ? <a href={csvHref} download>{t("csv.link")}<span className="visually-hidden">: {heading}</span></a> : null}
        </span>
      </figcaption>
      {isEmpty ? null : (
        <>
          <div className={live.isLive ? `chart-canvas chart-canvas-${size} no-print` : "visually-hidden"} aria-hidden={live.isLive ? undefined : true}>
            <canvas ref={live.canvas} role="img" aria-label={model.summary} />
          </div>
          <div className={live.isLive ? "print-only" : undefined}>
            <Drawing model={model} size={size} label={t("chart.region", { title: heading })} />
          </div>
          <ChartLegend model={model} />
        </>
      )}
      <p className="medium">{t("chart.inShort", { summary: model.summary })}</p>
      {children}
    </figure>
  );
}

/** Fetches the interactive chart after the page is usable; a page that cannot fetch it keeps the drawing. */
function useLiveChart(model: SeriesModel) {
  const { t } = useTranslation();
  const print = useFormat();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    let stop = () => {};
    let isGone = false;
    import("./series-canvas").then(
      ({ drawSeries }) => {
        if (isGone || !canvas.current) return;
        flushSync(() => setLive(true)); // the library measures its place
        stop = drawSeries(canvas.current, model, { print, targetWord: (value) => t("chart.targetValue", { value }) });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [model, print, t]);

  const savePicture = () => {
    canvas.current?.toBlob((picture) => {
      if (!picture) return;
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(picture), download: `${model.title}.png` });
      link.click();
      URL.revokeObjectURL(link.href);
    });
  };
  return { canvas, isLive, savePicture };
}

/** Wide drawings scroll in a named region; a phone gets its own, drawn for its width. */
export function Drawing({ model, size, label }: { model: SeriesModel; size: ChartSize; label: string }) {
  if (size === "small") return <SeriesSvg model={model} size="small" />;
  return (
    <>
      <div className="table-scroll only-wide" tabIndex={0} role="region" aria-label={label}>
        <SeriesSvg model={model} size={size} />
      </div>
      <div className="only-phone">
        <SeriesSvg model={model} size="phone" />
      </div>
    </>
  );
}

export function ChartLegend({ model }: { model: SeriesModel }) {
  const { t } = useTranslation();
  const points = model.lines.flatMap((line) => line.points.filter((point) => point.value !== null));
  const kinds = [
    points.some((point) => !point.provisional) ? `● ${t("chart.verified")}` : null,
    points.some((point) => point.provisional) ? `○ ${t("chart.provisional")}` : null,
    model.lines.some((line) => line.targets.length > 0) ? `╌ ${t("chart.target")}` : null,
    model.lines.some((line) => line.baseline) ? `··· ${t("chart.baseline")}` : null,
    model.gaps.length > 0 ? `▮▮ ${t("chart.gap")}` : null,
    model.lines.some((line) => line.name) ? `│ ${t("chart.break")}` : null,
  ].filter((kind): kind is string => kind !== null);
  return <ul className="legend muted">{kinds.map((kind) => <li key={kind}>{kind}</li>)}</ul>;
}
