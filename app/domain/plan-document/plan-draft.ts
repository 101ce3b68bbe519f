/** What was understood of an official plan: a tree of nodes, measures with everything said of them, and what is doubtful. */
import type { Exact } from "../exact";
import type { CellAddress } from "./document";
import type { DeadlineText } from "./deadline-text";
import type { ExecutorText } from "./executor-text";
import type { IndicatorValues, ValueMode } from "./value-text";

export interface DraftNode {
  code: string;
  level: "section" | "goal" | "task" | "sub_task";
  parentCode: string | null;
  title: string;
  /** null = a paragraph between tables */
  at: CellAddress | null;
}

export type DraftFunding =
  | { kind: "none"; text: string }
  /** unit null = the heading does not say */
  | { kind: "amount"; unit: "mln_uah" | "thsd_uah" | null; total: Exact | null; byYear: ReadonlyMap<number, Exact>; sources: string[] };

export interface DraftIndicator {
  /** by position within the measure */
  code: string;
  name: string;
  mode: ValueMode;
  values: IndicatorValues;
  at: CellAddress;
}

export interface DraftMeasure {
  /** by position: goal, task, sub-task, measure */
  code: string;
  nodeCode: string | null;
  title: string;
  executors: ExecutorText[];
  deadline: DeadlineText | null;
  funding: DraftFunding | null;
  indicators: DraftIndicator[];
  at: CellAddress;
}

export type DraftProblemCode =
  | "no_table" | "column_unknown" | "column_missing" | "no_executors" | "ditto_without_above" | "total_differs" | "funding_total_differs" | "funding_unit_unsaid"
  | "mode_unclear" | "text_is_number" | "text_is_date" | "row_without_measure" | "deadline_is_event" | "executor_unknown" | "hidden_rows" | "hidden_sheet";

export interface DraftProblem {
  /** decision: nothing is saved before somebody has decided; warning: to be looked at */
  severity: "decision" | "warning";
  code: DraftProblemCode;
  /** of the measure or indicator it is about */
  about: string | null;
  at: CellAddress | null;
  value: string;
}

export interface PlanDraft {
  /** years the table has columns for, in order */
  years: number[];
  nodes: DraftNode[];
  measures: DraftMeasure[];
  problems: DraftProblem[];
}
