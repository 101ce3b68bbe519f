import { isBy } from "~/domain/dates";
import type { Id } from "~/domain/facts";
import { can, type Actor, type Subject } from "~/domain/permissions";
import { replyState } from "~/domain/right-of-reply";
import { againstSuggestion } from "~/domain/verdict-readings";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { readTexts } from "~db/queries/content";
import type { AgencyLabel } from "~db/queries/plan-facts";
import type { PlanRecord } from "~db/queries/plan-structure";
import { listVerdictSources, type VerdictRow } from "~db/queries/verdicts";
import { abbreviation } from "../plan/print-measure";
import { namesByRole, viewOf, type TextView } from "../value/read-history.server";
import type { VerdictView } from "./verdict-view";

interface Circumstances {
  /** the measure's level and executors */
  subject: Subject;
  agencies: ReadonlyMap<Id, AgencyLabel>;
  plan: Pick<PlanRecord, "versions">;
}

/**
 * Verdicts that the actor may see, in the order of the rows: final ones, and drafts of the bodies whose drafts are theirs to
 * see, as they stood at `now`. A draft that became final is told as the final one.
 */
export async function readVerdicts(db: Db, actor: Actor, now: string, rows: readonly VerdictRow[], about: Circumstances, words: Words): Promise<VerdictView[]> {
  const finalised = new Set(rows.flatMap(({ draft_id }) => draft_id ?? []));
  const shown = rows.filter((row) => !finalised.has(row.id) && (row.stage === "final" || can(actor, "view_draft_verdict", { ...about.subject, agencyId: row.agency_id }).ok));
  const standsFor = (row: VerdictRow) => row.draft_id ?? row.id;
  const sources = await listVerdictSources(db, shown.flatMap((row) => [row.id, standsFor(row)]));
  const texts = await readTexts(db, [...shown.flatMap((row) => [row.text_digest, row.differs_reason_digest, row.reply_digest]), ...sources.map((source) => source.title_digest)]);
  const text = (digest: string | null): TextView => (digest === null ? null : viewOf(texts.get(digest)));
  const evaluator = await namesByRole(db, shown.map((row) => row.evaluator_id), ["evaluator"], words);
  const answerer = await namesByRole(db, shown.flatMap((row) => row.replied_by ?? []), ["focal_point"], words);
  return shown.map((row): VerdictView => {
    const verdict = row as VerdictRow & Pick<VerdictView, "stage" | "status" | "suggested">;
    const amended = about.plan.versions.find(({ structure }) => structure.planVersionId === row.amendment_id)?.structure;
    const repliedAt = row.replied_at !== null && isBy(row.replied_at, now) ? row.replied_at : null;
    const state = replyState({ replyUntil: row.reply_until, repliedAt }, now);
    return {
      id: row.id, agencyId: row.agency_id, agency: abbreviation(about.agencies, row.agency_id, words), periodKey: row.period_key, seq: row.seq,
      stage: verdict.stage, status: verdict.status, suggested: verdict.suggested, against: againstSuggestion(verdict),
      grade: row.evidence_grade as VerdictView["grade"], text: text(row.text_digest), differsReason: text(row.differs_reason_digest),
      legalBasis: row.legal_basis, from: row.from_on, to: row.to_on,
      amendment: amended === undefined ? null : { id: amended.planVersionId, no: amended.versionNo, inForceFrom: amended.inForceFrom },
      at: row.recorded_at, by: evaluator(row.evaluator_id), replyUntil: row.reply_until, replyState: state,
      reply: repliedAt === null || row.replied_by === null ? null
        : { agreed: row.agreed === true, text: text(row.reply_digest), at: repliedAt, by: answerer(row.replied_by), isLate: state === "replied_late" },
      sources: sources.filter(({ verdict_id }) => verdict_id === row.id || verdict_id === row.draft_id)
        .map((source) => ({ kind: source.kind as "link", url: source.url, title: text(source.title_digest), on: source.seen_on })),
      isReplaced: rows.some((other) => other.agency_id === row.agency_id && other.cycle_id === row.cycle_id && other.seq > row.seq),
      rulesVersion: row.method_no,
    };
  });
}
