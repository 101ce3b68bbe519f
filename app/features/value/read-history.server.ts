import { strictest } from "~/domain/access";
import { isBy } from "~/domain/dates";
import type { AccessLevel, Id } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import type { Role } from "~/domain/roles";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { readTexts, type Text } from "~db/queries/content";
import { listEvidence, listRemovedFiles, type EvidenceRow } from "~db/queries/evidence";
import { listRoleBodies, type VersionRow } from "~db/queries/measurements";
import { readReference } from "./fields-of-version.server";
import { accessOf, decisionsOn, officialOf, submissionOf } from "./measurement-facts.server";
import type { OpenMeasurement } from "./open-measurement.server";
import { printQualified, printValue } from "./print-value";
import { contentOfRow } from "./stored-content";

/** A text, or the act under which it was removed; null = there was none. */
export type TextView = { text: string } | { purged: { actNo: string; actOn: string } } | null;

export interface DecisionView {
  decision: "accepted" | "returned" | "withdrawn";
  /** the body's own approver sent it back before it left */
  isSendingBack: boolean;
  at: string;
  /** "Оцінювач, МВС" */
  by: string;
  reason: TextView;
}

export interface EvidenceView {
  id: string;
  kind: "link" | "document" | "file";
  title: TextView;
  url: string | null;
  /** the act under which the file was removed */
  removed: { actNo: string; actOn: string } | null;
  access: AccessLevel;
  at: string;
  /** what it is evidence of, where a list holds several */
  about?: string;
}

export interface VersionView {
  no: number;
  value: string;
  isOfficial: boolean;
  isLatest: boolean;
  isVerified: boolean;
  at: string;
  /** the body, in the reader's language */
  by: string;
  /** its page opens to those who see what is not yet verified */
  receipt: { id: string; no: string; at: string; opens: boolean } | null;
  observedOn: string | null;
  unchangedSince: string | null;
  source: string | null;
  narrative: TextView;
  comment: TextView;
  correctionReason: TextView;
  reference: { no: string; on: string; holder: string } | null;
  obstacle: string | null;
  willMeet: string | null;
  access: AccessLevel;
  decisions: DecisionView[];
  evidence: EvidenceView[];
}

/**
 * Versions of a measurement that the actor may see, newest first, with what was decided about each. What lies above
 * their ceiling, or is not verified and not theirs to see, is left out without a trace (rule 18).
 */
export async function readHistory(db: Db, actor: Actor, open: OpenMeasurement, words: Words): Promise<VersionView[]> {
  const { facts, context, subject } = open;
  const official = officialOf(facts);
  const visible = facts.versions.filter((version) => {
    const isAccepted = decisionsOn(facts, version.no).at(-1)?.decision === "accepted";
    return can(actor, "view_value", { ...subject, access: strictest(context.access, accessOf(version)), provisional: !isAccepted }).ok;
  });
  const evidence = await visibleEvidence(db, actor, open);
  const texts = await readTexts(db, [
    ...visible.flatMap((each) => [each.narrative_digest, each.comment_digest, each.correction_reason_digest, each.reference_digest]),
    ...facts.verifications.map((each) => each.reason_digest),
    ...evidence.map((each) => each.title_digest),
  ]);
  const text = (digest: string | null): TextView => (digest === null ? null : viewOf(texts.get(digest)));
  const removed = await listRemovedFiles(db, evidence.flatMap((each) => each.file_digest ?? []));
  const whoDecided = await namesByRole(db, facts.verifications.map((each) => each.by_id), ["evaluator", "agency_approver"], words);
  const by = words.print.language === "uk" ? open.obligations[0].agency_abbr_uk : open.obligations[0].agency_abbr_en;
  return visible.map((version) => {
    const receipt = submissionOf(facts, version.no);
    return {
      no: version.no,
      value: valueOf(version, open, words),
      isOfficial: version.no === official?.no,
      isLatest: version.no === facts.versions[0]?.no,
      isVerified: decisionsOn(facts, version.no).at(-1)?.decision === "accepted",
      at: version.recorded_at,
      by,
      receipt: receipt && {
        id: receipt.id, no: receipt.receipt_no, at: receipt.submitted_at,
        opens: can(actor, "view_value", { ...subject, access: strictest(context.access, accessOf(version)), provisional: true }).ok,
      },
      observedOn: version.observed_on,
      unchangedSince: version.unchanged_since,
      source: version.source,
      narrative: text(version.narrative_digest),
      comment: text(version.comment_digest),
      correctionReason: text(version.correction_reason_digest),
      reference: referenceOf(text(version.reference_digest)),
      obstacle: version.obstacle,
      willMeet: version.will_meet,
      access: strictest(context.access, accessOf(version)),
      decisions: facts.verifications
        .filter((each) => each.no === version.no)
        .map((each) => ({
          decision: each.decision as DecisionView["decision"],
          isSendingBack: receipt === null,
          at: each.recorded_at,
          by: whoDecided(each.by_id),
          reason: text(each.reason_digest),
        })),
      evidence: evidence
        .filter((each) => each.no === version.no)
        .map((each) => evidenceView(each, text, removed)),
    };
  });
}

/** `removed`: acts under which files were removed, by digest. */
export const evidenceView = (row: EvidenceRow, text: (digest: string | null) => TextView, removed: ReadonlyMap<string, { actNo: string; actOn: string }>): EvidenceView => ({
  id: row.id,
  kind: row.kind as EvidenceView["kind"],
  title: text(row.title_digest),
  url: row.url,
  removed: removed.get(row.file_digest ?? "") ?? null,
  access: row.access as AccessLevel,
  at: row.recorded_at,
});

export function valueOf(version: VersionRow, { context }: Pick<OpenMeasurement, "context">, words: Words): string {
  const content = contentOfRow(version);
  if (content === null) return "";
  return printQualified(printValue(content, context.indicator, context.passport.unit, words), version.qualifier, words);
}

/** Evidence the actor may open; a file's level adds to the value's and never lowers it. */
async function visibleEvidence(db: Db, actor: Actor, open: OpenMeasurement): Promise<EvidenceRow[]> {
  const rows = await listEvidence(db, open.id);
  return rows.filter((each) => isBy(each.recorded_at, open.knownAt)).filter((each) => {
    const version = open.facts.versions.find((one) => one.no === each.no) ?? null;
    const access = strictest(open.context.access, accessOf(version), each.access as AccessLevel);
    return can(actor, "download_evidence", { ...open.subject, access }).ok;
  });
}

/** People by role and body, "Оцінювач, МВС", never by name: by the first of `roles` they were given, else as `roles[0]`. */
export async function namesByRole(db: Db, userIds: readonly Id[], roles: readonly [Role, ...Role[]], { t, print }: Words): Promise<(userId: Id) => string> {
  const bodies = await listRoleBodies(db, [...new Set(userIds)]);
  return (userId) => {
    const held = bodies.find((each) => each.user_id === userId && roles.includes(each.role as Role));
    const role = t(`statuses.role.${(held?.role as Role | undefined) ?? roles[0]}`);
    const body = held === undefined ? null : print.language === "uk" ? held.abbr_uk : held.abbr_en;
    return body === null ? role : `${role}, ${body}`;
  };
}

export function viewOf(text: Text | undefined): TextView {
  if (text === undefined) return null;
  return "text" in text ? { text: text.text } : { purged: text.purged };
}

export function referenceOf(view: TextView) {
  return view !== null && "text" in view ? readReference(view.text) : null;
}
