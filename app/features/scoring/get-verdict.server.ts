import { kyivDateOf } from "~/domain/dates";
import type { ErrorCode } from "~/domain/errors";
import type { LocalText } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import { recordRestrictedRead } from "~/features/audit/record-restricted-read.server";
import { measurePath } from "~/features/plan/addresses";
import { findReading } from "~/features/plan/read-plan.server";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { recallFacts } from "~db/plan-memory.server";
import { listVerdicts } from "~db/queries/verdicts";
import { crumbsTo, type PlanCrumb } from "../plan/plan-crumbs";
import { openVerdict, type OpenVerdict } from "./open-verdict.server";
import { readVerdicts } from "./read-verdicts.server";
import { suggestFor } from "./suggest-for";
import { suggestionView, type SuggestionView } from "./suggestion-words";
import type { VerdictView } from "./verdict-view";

export interface VerdictPageView {
  id: string;
  code: string;
  title: string;
  name: LocalText;
  illustrative: boolean;
  crumbs: PlanCrumb[];
  measureHref: string;
  verdict: VerdictView;
  /** as known when the draft was written; null where the whole plan does not show the measure to the reader */
  suggestion: SuggestionView | null;
  rulesVersion: number;
  /** another verdict stands in its place: the final one, or a newer draft */
  replacedBy: VerdictView | null;
  today: string;
  /** why the reader cannot reply, as the refusal's code; null = can */
  refusal: ErrorCode | "already_replied" | null;
}

/** A draft verdict for the body it judges, and for whoever else may see drafts of that body. Throws not_found. */
export async function getVerdict(db: Db, actor: Actor, now: string, id: string, words: Words): Promise<VerdictPageView> {
  const open = await openVerdict(db, actor, now, id, "view_draft_verdict");
  const { row, plan, fact, subject } = open;
  if (subject.access === "restricted") await recordRestrictedRead(db, actor, now, { plan: plan.code, measure: fact.code });
  const { agencies } = await recallFacts(db, plan.id, now, now);
  const about = { subject, agencies: new Map(agencies.map((agency) => [agency.id, agency])), plan };
  const ofBody = (await listVerdicts(db, row.measure_id, now)).filter((each) => each.cycle_id === row.cycle_id && each.agency_id === row.agency_id);
  const [verdict] = await readVerdicts(db, actor, now, [row], about, words);
  const [newest] = await readVerdicts(db, actor, now, ofBody.slice(0, 1), about, words);
  if (verdict === undefined) throw new Error("a draft that may be seen has no view");
  const permission = can(actor, "reply_to_verdict", { ...subject, agencyId: row.agency_id, evaluatorId: row.evaluator_id });
  const isReplaced = newest !== undefined && newest.id !== row.id;
  const { suggestion, crumbs } = await asWritten(db, actor, now, open, words);
  return {
    id: row.id, code: fact.code, title: chooseText(fact.title, words.print.language).text, name: fact.title, illustrative: plan.illustrative,
    crumbs: crumbs ?? [{ label: plan.code }], measureHref: measurePath(plan.code, fact.code),
    verdict, suggestion, rulesVersion: row.method_no, replacedBy: isReplaced ? newest : null, today: kyivDateOf(now),
    refusal: !permission.ok ? permission.reason : isReplaced ? "reply_after_final" : row.replied_at !== null ? "already_replied" : null,
  };
}

/** The suggestion and its reasons as of the moment the draft was written: that is what the body answers. */
async function asWritten(db: Db, actor: Actor, now: string, { row, plan, fact }: OpenVerdict, words: Words): Promise<{ suggestion: SuggestionView | null; crumbs: PlanCrumb[] | null }> {
  const question = { periodKey: row.period_key, moment: row.recorded_at };
  const first = await findReading(db, actor, now, plan.code, { ...question, basis: "in_force_on_1_january" });
  const reading = first?.tree.measureById.has(fact.id) ? first : await findReading(db, actor, now, plan.code, { ...question, basis: "current" });
  const measure = reading?.tree.measureById.get(fact.id);
  if (!reading || measure === undefined) return { suggestion: null, crumbs: null };
  const { claims } = await recallFacts(db, plan.id, reading.knownAt, now);
  const suggestion = suggestFor(reading, measure, row.period_key, claims);
  const crumbs = [...crumbsTo(reading, measure.node, measure, words), { label: words.t("scoring.draft") }];
  return { suggestion: suggestionView(suggestion, { tree: reading.tree, dueOn: measure.fact.dueOn }, words), crumbs };
}
