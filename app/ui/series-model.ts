/**
 * A series of values as a chart draws it and its table lists it. Values are plain decimal strings; numbers are
 * made of them only to place points. A line is one plan version's series: lines are never joined to each other.
 */
export interface SeriesPoint {
  /** the day the value holds at, YYYY-MM-DD */
  date: string;
  /** null: nothing here, the line stops; a gap says why */
  value: string | null;
  provisional: boolean;
}

export interface SeriesTarget {
  date: string;
  value: string;
}

export interface SeriesLine {
  /** name of the plan version or series, written at its break */
  name: string | null;
  /** where it begins; a full-height rule is drawn there when it has a name */
  from: string;
  points: readonly SeriesPoint[];
  targets: readonly SeriesTarget[];
  baseline: SeriesTarget | null;
}

export interface SeriesGap {
  from: string;
  to: string;
  /** the reason, in words: "Не збиралося" */
  reason: string;
  /** "порушення звітування від 24.02.2022" */
  detail?: string;
}

export interface SeriesModel {
  title: string;
  unit: string | null;
  lines: readonly SeriesLine[];
  gaps: readonly SeriesGap[];
  /** one sentence that says what the picture shows */
  summary: string;
}
