/**
 * The honest bar: solid = certain, hatched = would be so if all that is missing came out well, empty = known
 * not to be so; the tick is the value, the lane below is coverage with notches at the thresholds. Sizes are SVG
 * attributes in per cent: no inline style, it stretches without distortion and prints without background graphics.
 */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { figureBeside, figureSentence, figureWords, isKnown, type FigureReading, type KnownReading, type UnknownReading } from "./figure-reading";

type BarSize = "row" | "normal" | "large";

/** Height of the bar proper in px; the lane adds seven. */
const HEIGHTS: Record<BarSize, number> = { row: 14, normal: 20, large: 30 };
const DEFAULT_THRESHOLDS: readonly number[] = [50, 80];

interface HonestBarProps {
  reading: FigureReading;
  size?: BarSize;
  /** coverage thresholds in per cent; data, these are the defaults */
  thresholds?: readonly number[];
  /** no coverage lane, for the way of one indicator to its target */
  withoutLane?: boolean;
}

export function HonestBar({ reading, size = "normal", thresholds = DEFAULT_THRESHOLDS, withoutLane = false }: HonestBarProps) {
  const { t } = useTranslation();
  const print = useFormat();
  const height = HEIGHTS[size];
  const lane = isKnown(reading) && !withoutLane;
  return (
    <svg className="honest-bar" height={lane ? height + 7 : height + 2} role="img" aria-label={figureSentence(reading, t, print)}>
      {isKnown(reading) ? <Known reading={reading} height={height} /> : <Unknown state={reading.state} height={height} />}
      {lane ? <Lane coverage={(reading as KnownReading).coverage} y={height + 4} thresholds={thresholds} /> : null}
    </svg>
  );
}

const percent = (decimal: string | number) => `${decimal}%`;
/** Geometry only: the printed figure is never computed from it. */
const width = (from: string, to: string) => percent(Math.max(0, Math.round((Number(to) - Number(from)) * 100) / 100));

function Known({ reading, height }: { reading: KnownReading; height: number }) {
  const { value, low, high, withPartial, state } = reading;
  return (
    <>
      <rect className="bar-track" x="0" y="0.5" width="100%" height={height - 1} />
      <rect className="bar-known" x="0" y="0" width={percent(low)} height={height} />
      {withPartial === undefined ? null : <rect className="bar-partial" x={percent(low)} y="0" width={width(low, withPartial)} height={height} />}
      {Number(high) > Number(low) ? (
        <>
          <rect className="bar-unknown" x={percent(withPartial ?? low)} y="0" width={width(withPartial ?? low, high)} height={height} />
          <line className="bar-limit" x1={percent(high)} x2={percent(high)} y1="0" y2={height} />
        </>
      ) : null}
      {value === null || state === "withheld" ? null : (
        <line className={state === "preliminary" ? "bar-value bar-value-preliminary" : "bar-value"} x1={percent(value)} x2={percent(value)} y1="-3" y2={height + 2} />
      )}
    </>
  );
}

function Lane({ coverage, y, thresholds }: { coverage: string; y: number; thresholds: readonly number[] }) {
  return (
    <>
      <rect className="bar-lane" x="0" y={y} width="100%" height="2.5" />
      <rect className="bar-coverage" x="0" y={y} width={percent(coverage)} height="2.5" />
      {thresholds.map((at) => (
        <line key={at} className="bar-notch" x1={percent(at)} x2={percent(at)} y1={y - 1} y2={y + 3} />
      ))}
    </>
  );
}

function Unknown({ state, height }: { state: UnknownReading["state"]; height: number }): ReactNode {
  const middle = height / 2;
  switch (state) {
    case "no_data":
      return (
        <>
          <rect className="bar-outline" x="0.5" y="0.5" width="99.6%" height={height - 1} rx="2" />
          <text x="50%" y={middle + 4} textAnchor="middle">?</text>
        </>
      );
    case "suspended":
      return (
        <>
          <rect className="bar-suspended" width="100%" height={height} />
          <rect className="bar-outline" width="100%" height={height} />
        </>
      );
    case "not_yet_due":
    case "nothing_due":
      return <line className="bar-dots" x1="0" x2="100%" y1={middle} y2={middle} />;
    case "restricted":
      return (
        <>
          <line className="bar-line" x1="24" x2="100%" y1={middle} y2={middle} />
          <use href="#icon-restricted" width="16" height="16" y={middle - 8} />
        </>
      );
  }
}

/** The bar with its words above it; `hero` is for the one figure that a page is about. */
export function HonestFigure({ reading, hero = false, children }: { reading: FigureReading; hero?: boolean; children?: ReactNode }) {
  const { t } = useTranslation();
  const print = useFormat();
  const beside = figureBeside(reading, t, print);
  if (!hero) {
    return (
      <div className="figure">
        <span>
          <span className="figure-value">{figureWords(reading, t, print)}</span> <span className="figure-words">{beside.join(" · ")}</span>
        </span>
        <HonestBar reading={reading} />
      </div>
    );
  }
  return (
    <div className="figure figure-hero">
      <div className="row">
        <HeroNumber reading={reading} />
        <div>{children ?? <span className="medium muted">{beside.join(" · ")}</span>}</div>
      </div>
      <div>
        <HonestBar reading={reading} size="large" />
        <div className="scale-ends" aria-hidden="true">
          <span>{print.number(0)}</span>
          <span>{print.percent("100")}</span>
        </div>
      </div>
    </div>
  );
}

/** Large figure; a withheld one shows its interval instead, a preliminary one says so. */
function HeroNumber({ reading }: { reading: FigureReading }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (!isKnown(reading) || reading.state === "withheld" || reading.value === null) {
    return <span className="hero hero-withheld">{figureWords(reading, t, print)}</span>;
  }
  const figure = print.number(reading.value);
  return (
    <span>
      <span className="hero">
        {figure}
        <span className="hero-unit">{print.percent(reading.value).slice(figure.length)}</span>
      </span>
      {reading.state === "preliminary" ? <span className="medium"> {t("statuses.coverage.preliminary")}</span> : null}
    </span>
  );
}
