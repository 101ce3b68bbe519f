import type { Insertable, Selectable } from "kysely";
import { kyivDateOf } from "../../app/domain/dates";
import { receiptHash } from "../../app/features/submission/receipt.server";
import type { DB } from "../../db/schema";
import { addRows, fileRow, textRow, type Rows, type SeedAct } from "../acts";
import { agencyId } from "../reference/agencies";
import { TOTAL_BREAKDOWN } from "../reference/lists";
import { seedId } from "../seed-id";
import { indicatorId } from "./plan-draft";
import type { MeasurementKey, Report, ReportedContent, ReportedDecision, ReportedEvidence, ReportedValue, RoundKey } from "./reported";

export const cycleId = (plan: string, round: RoundKey) => seedId("cycle", plan, round.period, round.kind);
export const measurementId = (key: MeasurementKey) => seedId("measurement", key.plan, key.indicator, key.agency, key.period);

/** The acts that recorded a report up to `until`: versions as typed, submissions with receipts, decisions. */
export function reportActs(reports: readonly Report[], until: string): SeedAct[] {
  const values = reports.flatMap((report) => report.values).filter((value) => value.at <= until);
  const decisions = reports.flatMap((report) => report.decisions).filter((decision) => decision.at <= until);
  return [...values.map(versionAct), ...submissionActs(values, until), ...decisions.map(decisionAct)];
}

function versionAct(value: ReportedValue): SeedAct {
  const rows: Rows = value.no === 1
    ? { measurement: [{
        id: measurementId(value), indicator_id: indicatorId(value.plan, value.indicator), agency_id: agencyId(value.agency),
        period_key: value.period, breakdown_id: TOTAL_BREAKDOWN,
      }] }
    : {};
  for (const text of textsOf(value)) addRows(rows, { content: [textRow(text, value.at)] });
  addRows(rows, { measurement_version: [versionRow(value)] });
  for (const row of evidenceRows(value)) addRows(rows, row);
  return { at: value.at, actorId: value.author, action: value.no === 1 ? "submit_value" : "correct_value", rows };
}

const referenceText = (value: ReportedValue) => (value.reference ? JSON.stringify(value.reference) : null);
const textsOf = (value: ReportedValue) =>
  [value.narrative, value.comment, value.correctionReason, referenceText(value)].filter((text): text is string => Boolean(text));
const digestOf = (text: string | null | undefined) => (text ? textRow(text, "").digest : null);

function versionRow(value: ReportedValue): Selectable<DB["measurement_version"]> {
  return {
    measurement_id: measurementId(value), no: value.no, base_no: value.no === 1 ? null : value.no - 1, ...contentColumns(value.content),
    qualifier: value.qualifier ?? null, observed_on: value.observedOn ?? null, source: value.source ?? null,
    unchanged_since: value.unchangedSince ?? null, narrative_digest: digestOf(value.narrative), comment_digest: digestOf(value.comment),
    correction_reason_digest: digestOf(value.correctionReason), reference_digest: digestOf(referenceText(value)),
    obstacle: value.obstacle ?? null, will_meet: value.willMeet ?? null, access: value.access ?? "public", author_id: value.author,
    idem_key: seedId("idem_key", measurementId(value), value.no), recorded_at: value.at,
  };
}

type ContentColumns = Pick<Selectable<DB["measurement_version"]>, "kind" | "value" | "numerator" | "denominator" | "stage_no" | "scale_position" | "yes_no" | "reason_code">;

function contentColumns(content: ReportedContent): ContentColumns {
  const blank = { value: null, numerator: null, denominator: null, stage_no: null, scale_position: null, yes_no: null, reason_code: null };
  switch (content.kind) {
    case "number":
    case "share":
      return { ...blank, kind: content.kind, value: content.value };
    case "parts":
      return { ...blank, kind: "parts", numerator: content.numerator, denominator: content.denominator };
    case "stage":
      return { ...blank, kind: "stage", stage_no: content.stage };
    case "yes_no":
      return { ...blank, kind: "yes_no", yes_no: content.yesNo };
    case "missing":
      return { ...blank, kind: "missing", reason_code: content.reason };
  }
}

const evidenceRows = (value: ReportedValue): Rows[] => (value.evidence ?? []).map((each, index) => evidenceRow(value, each, index + 1));

function evidenceRow(value: ReportedValue, evidence: ReportedEvidence, position: number): Rows {
  const title = evidence.kind === "link" ? null : textRow(evidence.title, value.at);
  const file = evidence.kind === "file" ? fileRow(Buffer.from(evidence.body, "utf8"), evidence.mediaType, value.at) : null;
  const row: Selectable<DB["evidence"]> = {
    id: seedId("evidence", measurementId(value), value.no, position), measurement_id: measurementId(value), no: value.no, kind: evidence.kind,
    url: evidence.kind === "link" ? evidence.url : null, title_digest: title?.digest ?? null, file_digest: file?.digest ?? null,
    access: value.access ?? "public", personal_data: false, declared_unrestricted: true, recorded_at: value.at, recorded_by: value.author,
  };
  return { content: [title, file].filter((each) => each !== null), evidence: [row] };
}

/** What one person sends for one body, round and moment is one submission; receipts of a year are numbered in order of time. */
function submissionActs(values: readonly ReportedValue[], until: string): SeedAct[] {
  const batches = new Map<string, ReportedValue[]>();
  for (const value of values) {
    if (value.sent === null || value.sent.at > until) continue;
    const key = [value.sent.at, value.plan, value.round.period, value.round.kind, value.agency, value.sent.by].join("|");
    batches.set(key, [...(batches.get(key) ?? []), value]);
  }
  const perYear = new Map<string, number>();
  const perRound = new Map<string, number>();
  return [...batches.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, items]) => submissionAct(items, perYear, perRound));
}

function submissionAct(items: ReportedValue[], perYear: Map<string, number>, perRound: Map<string, number>): SeedAct {
  const [first] = items;
  if (!first?.sent) throw new Error("a submission without a sender");
  const { plan, agency, round, sent } = first;
  const year = kyivDateOf(sent.at).slice(0, 4);
  const receiptNo = `${year}-${String(next(perYear, year)).padStart(4, "0")}`;
  const cycle = cycleId(plan, round);
  const id = seedId("submission", receiptNo);
  const submission: Insertable<DB["submission"]> = {
    id, cycle_id: cycle, agency_id: agencyId(agency), no: next(perRound, `${cycle}/${agency}`), receipt_no: receiptNo, submitted_at: sent.at,
    submitted_by: sent.by, receipt_hash: receiptHash({ receiptNo, submittedAt: sent.at, plan, round: round.period, agency, items: items.map(receiptItem) }),
  };
  return {
    at: sent.at,
    actorId: sent.by,
    action: sent.by === first.author ? "submit_value" : "approve_submission",
    rows: {
      submission: [submission],
      submission_item: items.map((value) => ({ submission_id: id, measurement_id: measurementId(value), no: value.no })),
    },
  };
}

function next(counters: Map<string, number>, key: string): number {
  const no = (counters.get(key) ?? 0) + 1;
  counters.set(key, no);
  return no;
}

function receiptItem(value: ReportedValue) {
  const evidence = evidenceRows(value).flatMap((rows) => rows.evidence ?? []) as Selectable<DB["evidence"]>[];
  return { indicatorId: indicatorId(value.plan, value.indicator), periodKey: value.period, version: versionRow(value), evidence };
}

function decisionAct(decision: ReportedDecision): SeedAct {
  const content = decision.reason ? [textRow(decision.reason, decision.at)] : [];
  return {
    at: decision.at,
    actorId: decision.by,
    action: decision.decision === "accepted" ? "verify_value" : "return_value",
    rows: {
      content,
      verification: [{
        measurement_id: measurementId(decision), no: decision.no, seq: decision.seq, decision: decision.decision,
        reason_digest: digestOf(decision.reason), by_id: decision.by, recorded_at: decision.at,
      }],
    },
  };
}
