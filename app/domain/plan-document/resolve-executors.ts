/** Whose the names are that a plan lists: by the aliases of the day, never guessed; an unknown one is a question, not a new body. */
import type { DraftMeasure, DraftProblem, PlanDraft } from "./plan-draft";

export interface ResolvedMeasure extends Omit<DraftMeasure, "executors"> {
  /** agency: code of the body; null = nobody is known by that name. Where the document names no lead, it is the first not by consent */
  executors: (Omit<DraftMeasure["executors"][number], "role"> & { agency: string | null; role: "lead" | "co" })[];
}

export interface ResolvedPlan extends Omit<PlanDraft, "measures"> {
  measures: ResolvedMeasure[];
}

/** `codeOf`: the body known by a name, null = none. Each unknown name is asked about once, where it stands first. */
export function resolveExecutors(draft: PlanDraft, codeOf: (name: string) => string | null): ResolvedPlan {
  const asked = new Set<string>();
  const problems: DraftProblem[] = [];
  const measures = draft.measures.map((measure): ResolvedMeasure => {
    const lead = measure.executors.find(({ role }) => role === "lead") ?? measure.executors.find(({ byConsent }) => !byConsent) ?? measure.executors[0];
    const executors = measure.executors.map((executor) => {
      const agency = codeOf(executor.text);
      if (agency === null && !asked.has(executor.text)) {
        asked.add(executor.text);
        problems.push({ severity: "decision", code: "executor_unknown", about: measure.code, at: measure.at, value: executor.text });
      }
      return { text: executor.text, byConsent: executor.byConsent, agency, role: executor === lead ? ("lead" as const) : ("co" as const) };
    });
    return { ...measure, executors };
  });
  return { ...draft, measures, problems: [...draft.problems, ...problems] };
}
