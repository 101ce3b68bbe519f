/** Whom a verdict is on: each executor for itself, or all obliged ones alike; and what the form is filled with. Pure. */
import type { Executor, Id } from "~/domain/facts";
import type { AgencyLabel } from "~db/queries/plan-facts";
import type { TextView } from "../value/read-history.server";
import { typedDate } from "../value/typed-date";
import { SOURCE_LINES, TOGETHER } from "./verdict-input";
import type { VerdictView } from "./verdict-view";

export interface ExecutorView extends Pick<Executor, "agencyId" | "role" | "byConsent"> {
  code: string;
  agency: string;
  name: string;
  /** is judged where all obliged bodies are judged alike */
  isJudgedTogether: boolean;
  /** the newest verdict of the round, draft or final */
  latest: VerdictView | null;
}

/** The executor the form opens at: the one asked for; all while they stand alike; else the first that is not done. */
export function chosenExecutor(asked: string | null, executors: readonly ExecutorView[]): string {
  const found = executors.find(({ code }) => code === asked);
  if (found !== undefined) return found.code;
  const judged = executors.filter(({ isJudgedTogether }) => isJudgedTogether);
  const [first] = judged;
  if (judged.length <= 1) return first?.code ?? TOGETHER;
  const alike = judged.every(({ latest }) => says(latest) === says(first?.latest ?? null));
  if (asked === TOGETHER || alike) return TOGETHER;
  return (judged.find(({ latest }) => latest?.stage !== "final") ?? first)?.code ?? TOGETHER;
}

/** Drafts of the round: those that may become final now, and those whose body may still reply in time. */
export function draftsOf(executors: readonly ExecutorView[]): Record<"ready" | "waiting", { agency: string; draft: VerdictView }[]> {
  const drafts = executors.flatMap(({ agency, latest }) => (latest?.stage === "draft" ? [{ agency, draft: latest }] : []));
  return { ready: drafts.filter(({ draft }) => draft.replyState !== "waiting"), waiting: drafts.filter(({ draft }) => draft.replyState === "waiting") };
}

const says = (verdict: VerdictView | null) => (verdict === null ? "" : [verdict.stage, verdict.status, verdict.grade, textOf(verdict.text)].join(" "));
const textOf = (view: TextView) => (view !== null && "text" in view ? view.text : "");

/** A verdict as the form would have been filled; the declaration is asked for anew each time. */
export function fieldsOfVerdict(verdict: VerdictView | null): Record<string, string> | null {
  if (verdict === null) return null;
  const sources = SOURCE_LINES.flatMap((line, index): [string, string][] => {
    const source = verdict.sources[index];
    if (source === undefined) return [];
    return [[`source_kind_${line}`, source.kind], [`source_${line}`, source.url ?? textOf(source.title)], [`source_on_${line}`, source.on === null ? "" : typedDate(source.on)]];
  });
  return {
    status: verdict.status, evidence_grade: verdict.grade, text: textOf(verdict.text), differs_reason: textOf(verdict.differsReason),
    legal_basis: verdict.legalBasis ?? "", from_on: verdict.from === null ? "" : typedDate(verdict.from), to_on: verdict.to === null ? "" : typedDate(verdict.to),
    amendment: verdict.amendment?.id ?? "", ...Object.fromEntries(sources),
  };
}

export const agencyCode = (agencies: ReadonlyMap<Id, AgencyLabel>, id: Id): string => agencies.get(id)?.code ?? id;
