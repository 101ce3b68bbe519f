import { exact } from "~/domain/exact";
import type { Content, Missing, ReasonCode } from "~/domain/facts";
import type { ValueInput } from "~/features/value/value-input";
import type { ReportingStory } from "../../support/reporting-story";

let posts = 0;

/** What a form sends: 40 for NUM of 2026, opened before anybody wrote anything, unless changed. */
export function anEntry(story: ReportingStory, indicator: string, content: Content | Missing, change: Partial<ValueInput> & { periodKey?: string } = {}): ValueInput {
  posts += 1;
  const { periodKey, ...rest } = change;
  return {
    obligationId: story.owed(indicator, periodKey),
    baseNo: null,
    idemKey: `post-${posts}`,
    content,
    observedOn: null,
    narrative: "",
    comment: "",
    correctionReason: "",
    obstacle: null,
    willMeet: null,
    evidence: null,
    declaredUnrestricted: true,
    access: "public",
    reference: null,
    late: false,
    unchangedSince: null,
    typed: {},
    ...rest,
  };
}

export const number = (value: string): Content => ({ kind: "number", value: exact(value) });
export const none = (reason: ReasonCode): Missing => ({ kind: "missing", reason });
