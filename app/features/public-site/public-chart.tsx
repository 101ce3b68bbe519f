/** A series as the server draws it, with its sentence; its table stands on the page or on the indicator's own. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChartLegend, Drawing } from "~/ui/series-chart";
import type { SeriesModel } from "~/ui/series-model";
import type { ChartSize } from "~/ui/series-svg";

interface PublicChartProps {
  model: SeriesModel;
  /** what the series is of; its own name by default */
  title?: string;
  size?: ChartSize;
  /** links beside the heading */
  links?: ReactNode;
  children?: ReactNode;
}

export const isDrawn = (model: SeriesModel) => model.lines.some((line) => line.points.length > 0 || line.targets.length > 0 || line.baseline !== null);

export function PublicChart({ model, title = model.title, size = "page", links, children }: PublicChartProps) {
  const { t } = useTranslation();
  const heading = model.unit ? `${title}, ${model.unit}` : title;
  return (
    <figure className="card stack-tight">
      <figcaption className="row">
        <h2>{heading}</h2>
        {links ? <span className="push-end small no-print row">{links}</span> : null}
      </figcaption>
      {isDrawn(model) ? (
        <>
          <Drawing model={model} size={size} label={t("chart.region", { title: heading })} />
          <ChartLegend model={model} />
        </>
      ) : null}
      <p className="medium">{t("chart.inShort", { summary: model.summary })}</p>
      {children}
    </figure>
  );
}
