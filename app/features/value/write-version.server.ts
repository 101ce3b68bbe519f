import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import { afterAct } from "~/domain/statuses";
import type { Db, Trx } from "~db/client.server";
import { putOptionalText, putText } from "~db/queries/content";
import { deleteDraft } from "~db/queries/drafts";
import { insertEvidence } from "~db/queries/evidence";
import { findVersionByPost, insertVersion, lockMeasurement } from "~db/queries/measurements";
import { lockObligation, setObligationState } from "~db/queries/obligations";
import { insertOutbox } from "~db/queries/outbox";
import { findSubmissionOf } from "~db/queries/submissions";
import { inTransaction, isKeyTaken } from "~db/transaction.server";
import { sendVersions } from "../submission/send-versions.server";
import { checkEntry } from "./check-entry";
import { latestOf, readMeasurement, stateOf, wasVerified } from "./measurement-facts.server";
import { keepTyped, meetConflict } from "./meet-conflict.server";
import { windowOf, type OpenObligation } from "./open-obligation.server";
import { columnsOf, contentOfRow } from "./stored-content";
import { hasTexts, type EntryBase, type Submitted, type ValueInput } from "./value-input";
import { ValueRefused } from "./value-refused";

/** What an earlier identical post made; null = this one is the first. */
export async function findEarlierPost(db: Db, actor: Actor, idemKey: string): Promise<Submitted | null> {
  const version = await findVersionByPost(db, actor.userId, idemKey);
  if (version === undefined) return null;
  const submission = await findSubmissionOf(db, version.measurement_id, version.no);
  return { measurementId: version.measurement_id, no: version.no, submissionId: submission?.id ?? null };
}

/**
 * What must hold before a value is looked at: the state allows it, a round takes it, nobody saved meanwhile. What is
 * refused by the calendar or met another's version is kept as a draft. Returns the round's cycle. Throws
 * act_not_possible_in_state, window_not_open, window_closed, ValueConflict.
 */
export async function requireReady(db: Db, actor: Actor, now: string, open: OpenObligation, input: EntryBase): Promise<string> {
  refuseIfExcluded(open);
  const window = windowOf(open, now, input.late);
  if (!window.ok) {
    await keepTyped(db, actor, now, input, "keep_late_draft");
    const { reason, closedOn, opensOn, reopenedBy } = window;
    throw new DomainError(reason, { closedOn, opensOn, reopenedBy, nextRound: open.lateRound?.periodKey ?? null });
  }
  const base = latestOf(open.facts);
  if ((base?.no ?? null) !== input.baseNo) return meetConflict(db, actor, now, open, input);
  return window.by === "late_correction" && open.lateRound !== null ? open.lateRound.cycleId : open.obligation.cycle_id;
}

/** Adds version n+1 and, unless the body has an approver, sends it. Throws as requireReady does, and ValueRefused. */
export async function writeVersion(db: Db, actor: Actor, now: string, open: OpenObligation, input: ValueInput, action: string): Promise<Submitted> {
  const cycleId = await requireReady(db, actor, now, open, input);
  refuseIfUnsound(open, input);
  try {
    return await inTransaction(db, { actorId: actor.userId, action, now }, async (trx) => {
      await lockObligation(trx, open.obligation.id);
      const version = await addVersion(trx, actor, now, open, input);
      const submissionId = open.obligation.needs_approval ? null : await send(trx, actor, now, open, cycleId, version);
      await deleteDraft(trx, actor.userId, open.obligation.id);
      const facts = await readMeasurement(trx, version.measurementId);
      await setObligationState(trx, open.obligation.id, stateOf(facts, open.obligation.excluded_reason), now);
      const kind = submissionId === null ? "approval_wanted" : "value_submitted";
      await insertOutbox(trx, { kind, userId: null, subject: { obligationId: open.obligation.id, ...version }, now });
      return { ...version, submissionId };
    });
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    return (await findEarlierPost(db, actor, input.idemKey)) ?? meetConflict(db, actor, now, open, input);
  }
}

function refuseIfExcluded(open: OpenObligation): void {
  afterAct(open.state, open.state === "open" || open.state === "returned" ? "submit" : "correct");
}

function refuseIfUnsound(open: OpenObligation, input: ValueInput): void {
  const base = latestOf(open.facts);
  const replaced = base === null ? null : contentOfRow(base);
  const findings = checkEntry(
    {
      indicator: open.context.indicator,
      access: open.context.access,
      previous: open.previous,
      replaces: replaced === null ? null : { content: replaced, verified: wasVerified(open.facts) },
    },
    {
      content: input.content,
      comment: input.comment,
      correctionReason: input.correctionReason,
      referenceNo: input.reference?.no ?? "",
      hasTexts: hasTexts(input),
      declaredUnrestricted: input.declaredUnrestricted,
    },
  );
  const standing = findings.filter((finding) => finding.level !== "warning");
  if (standing.length > 0) throw new ValueRefused(standing);
}

async function addVersion(trx: Trx, actor: Actor, now: string, open: OpenObligation, input: ValueInput): Promise<{ measurementId: string; no: number }> {
  const { indicator_id, agency_id, period_key } = open.obligation;
  const measurementId = await lockMeasurement(trx, { indicatorId: indicator_id, agencyId: agency_id, periodKey: period_key });
  const no = (input.baseNo ?? 0) + 1;
  await insertVersion(trx, {
    measurement_id: measurementId,
    no,
    base_no: input.baseNo,
    ...columnsOf(input.content),
    observed_on: input.observedOn,
    unchanged_since: input.unchangedSince,
    narrative_digest: await putOptionalText(trx, input.narrative),
    comment_digest: await putOptionalText(trx, input.comment),
    correction_reason_digest: await putOptionalText(trx, input.correctionReason),
    reference_digest: input.reference === null ? null : await putText(trx, JSON.stringify(input.reference)),
    obstacle: input.obstacle,
    will_meet: input.willMeet,
    access: input.access,
    author_id: actor.userId,
    idem_key: input.idemKey,
    recorded_at: now,
  });
  if (input.evidence !== null) {
    const { evidence } = input;
    await insertEvidence(trx, {
      measurement_id: measurementId,
      no,
      kind: evidence.kind,
      url: evidence.kind === "link" ? evidence.url : null,
      title_digest: evidence.kind === "document" ? await putText(trx, evidence.title) : null,
      access: input.access,
      declared_unrestricted: input.declaredUnrestricted,
      recorded_at: now,
      recorded_by: actor.userId,
    });
  }
  return { measurementId, no };
}

function send(trx: Trx, actor: Actor, now: string, open: OpenObligation, cycleId: string, version: { measurementId: string; no: number }) {
  const { obligation } = open;
  return sendVersions(trx, {
    cycleId,
    roundPeriod: cycleId === obligation.cycle_id ? obligation.cycle_period : (open.lateRound?.periodKey ?? obligation.cycle_period),
    planCode: obligation.plan_code,
    agencyId: obligation.agency_id,
    agencyCode: obligation.agency_code,
    by: actor.userId,
    now,
    items: [version],
  });
}
