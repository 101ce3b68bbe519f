import type { CalendarDate, PeriodKey } from "~/domain/facts";
import type { VerdictContent } from "~/domain/verdict-checks";

/** All obliged executors at once, where a form asks for one. */
export const TOGETHER = "all";

/** A measure in a round, as the address names it. */
export interface MeasureAsked {
  planCode: string;
  periodKey: PeriodKey;
  /** printed code of the measure */
  code: string;
}

/** What the form was opened at, "SBGS.2 SCS.0": the number of the last verdict by the body's code. */
export function readSeen(seen: string): Map<string, number> {
  return new Map(seen.split(" ").flatMap((part) => { const [, code = "", seq = "0"] = /^(.+)\.(\d+)$/.exec(part) ?? []; return code === "" ? [] : [[code, Number(seq)] as const]; }));
}

export const SOURCE_KINDS = ["document", "link", "visit"] as const;
/** As many own sources as the form has lines for. */
export const SOURCE_LINES = [1, 2, 3] as const;

/** An evaluator's own source: a page, a document by its name and number, a visit or a talk. */
export type OwnSource = { kind: "link"; url: string; on: CalendarDate | null } | { kind: "document" | "visit"; title: string; on: CalendarDate | null };

/** A draft verdict as an evaluator writes it. */
export interface VerdictInput extends MeasureAsked, Omit<VerdictContent, "hasSources"> {
  /** code of the body judged, or all obliged ones alike */
  executor: string;
  /** what the form was opened at: the number of the last verdict on each body */
  seen: string;
  /** the status that was suggested there, "" = none */
  suggestedSeen: string;
  sources: OwnSource[];
  /** random key of the form: the same post makes one verdict a body */
  idemKey: string;
}
