/**
 * The plan of the reporting story with something to judge: M1 of SBGS and SCS together (MIA by consent) with a target, M3
 * of SCS without indicators, M4 of SBGS for the cleared alone. `const story = await aScoringStory(db)`.
 */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "~/domain/permissions";
import { scoreMeasure } from "~/features/scoring/score-measure.server";
import type { VerdictInput } from "~/features/scoring/verdict-input";
import { TOGETHER } from "~/features/scoring/verdict-input";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import type { Db, Trx } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";
import { insertRows } from "../../seeds/acts";
import { methodRows } from "../../seeds/reference/method";
import { anEntry, number } from "../features/value/value-input";
import { aReportingStory, type ReportingStory } from "./reporting-story";

/** The year 2026 is over and reported on. */
export const SCORED_ON = "2027-02-01T10:00:00.000Z";
const RECORDED = "2025-01-01T08:00:00.000Z";

export interface ScoringStory extends ReportingStory {
  measureId(code: string): string;
  /** a verified value of NUM for 2026; 40 is the year's target */
  reported(value: string, baseNo?: number | null): Promise<{ measurementId: string; no: number }>;
  /** a form of the evaluators' screen: M1 in 2026, all alike, as suggested, on documents seen */
  verdict(change?: Partial<VerdictInput>): VerdictInput;
  /** saves it as the story's outside evaluator; ids of the drafts */
  drafted(change?: Partial<VerdictInput>, now?: string): Promise<string[]>;
  /** a second version of the plan in force from that day, with M1 due on another day or (null) without it; its id */
  amended(acceptedAt: string, change: { dueOn: string | null }): Promise<string>;
  evaluator: Actor;
  focal: Actor;
}

export async function aScoringStory(db: Db): Promise<ScoringStory> {
  const story = await aReportingStory(db);
  const named = await db.selectFrom("measure_version").select(["measure_id", "code_printed", "node_id"]).where("plan_version_id", "=", story.planVersionId).execute();
  const ids = new Map(named.map((row) => [row.code_printed, row.measure_id]));
  ids.set("M3", randomUUID());
  ids.set("M4", randomUUID());
  await inTransaction(db, { actorId: null, action: "prepare", now: RECORDED }, (trx) => addMeasures(trx, story, ids, named[0]?.node_id ?? ""));
  const focal = await story.person("focal", "focal_point", "SBGS");
  const evaluator = await story.person("outside", "evaluator", null);
  const verdict: ScoringStory["verdict"] = (change = {}) => ({
    planCode: story.planCode, periodKey: "2026", code: "M1", executor: TOGETHER, seen: "SBGS.0 SCS.0 MIA.0", suggestedSeen: "in_progress",
    status: "in_progress", grade: "document_seen", text: "", differsReason: "", legalBasis: "", from: null, to: null, amendmentId: null,
    sources: [], declaredUnrestricted: true, idemKey: randomUUID(), ...change,
  });
  return {
    ...story, focal, evaluator, verdict,
    measureId: (code) => ids.get(code) ?? "",
    async reported(value, baseNo = null) {
      const sent = await submitValue(db, focal, SCORED_ON, anEntry(story, "NUM", number(value), { baseNo, correctionReason: baseNo === null ? "" : "уточнено" }));
      await verifyValue(db, evaluator, SCORED_ON, { measurementId: sent.measurementId, no: sent.no, decisionsSeen: 0 });
      return sent;
    },
    amended: (acceptedAt, { dueOn }) => inTransaction(db, { actorId: null, action: "accept_amendment", now: acceptedAt }, (trx) => addAmendment(trx, story, ids.get("M1") ?? "", acceptedAt, dueOn)),
    drafted: (change, now = SCORED_ON) => scoreMeasure(db, evaluator, now, verdict(change)),
  };
}

async function addMeasures(trx: Trx, story: ReportingStory, ids: ReadonlyMap<string, string>, nodeId: string): Promise<void> {
  const version = { plan_version_id: story.planVersionId };
  await insertRows(trx, methodRows(RECORDED));
  await trx.insertInto("measure_executor").values({ ...version, measure_id: ids.get("M1") ?? "", agency_id: story.agencyId("MIA"), position: 3, role: "co", by_consent: true }).execute();
  for (const [code, lead, access, position] of [["M3", "SCS", "public", 3], ["M4", "SBGS", "restricted", 4]] as const) {
    const measure_id = ids.get(code) ?? "";
    await trx.insertInto("measure").values({ id: measure_id, plan_id: story.planId }).execute();
    await trx.insertInto("measure_version").values({ ...version, measure_id, node_id: nodeId, position, code_printed: code, title_uk: `Захід ${code}`, title_en: `Measure ${code}`, due_on: "2026-12-31", access }).execute();
    await trx.insertInto("measure_executor").values({ ...version, measure_id, agency_id: story.agencyId(lead), position: 1, role: "lead" }).execute();
  }
  await trx.insertInto("period").values({ key: "2030", kind: "year", starts_on: "2030-01-01", ends_on: "2030-12-31" }).execute();
  const indicator = { ...version, indicator_id: story.indicatorId("NUM") };
  await trx.insertInto("indicator_baseline").values({ ...indicator, value: "10", year: 2024 }).execute();
  await trx.insertInto("indicator_target").values([{ ...indicator, period_key: "2026", value: "40" }, { ...indicator, period_key: "2030", value: "100" }]).execute();
}

const PARTS = ["node_version", "measure_version", "measure_executor", "indicator_version", "indicator_baseline", "indicator_target", "indicator_stage"] as const;

async function addAmendment(trx: Trx, story: ReportingStory, measureId: string, acceptedAt: string, dueOn: string | null): Promise<string> {
  const { id } = await trx
    .insertInto("plan_version")
    .values({ plan_id: story.planId, no: 2, title_uk: "План", title_en: "Plan", in_force_from: acceptedAt.slice(0, 10), recorded_at: acceptedAt, accepted_at: acceptedAt })
    .returning("id")
    .executeTakeFirstOrThrow();
  // indicators that hang on what is taken out go with it
  const gone = dueOn === null ? sql`and coalesce(to_jsonb(t) ->> 'measure_id', '') <> ${measureId}
    and coalesce(to_jsonb(t) ->> 'indicator_id', '') not in (select indicator_id::text from indicator_version where measure_id = ${measureId})` : sql``;
  for (const part of PARTS) {
    const change = part === "measure_version" && dueOn !== null ? sql`|| case when t.measure_id = ${measureId} then jsonb_build_object('due_on', ${dueOn}::text) else '{}' end` : sql``;
    await sql`insert into ${sql.table(part)} select (jsonb_populate_record(null::${sql.table(part)}, to_jsonb(t)
      || jsonb_build_object('plan_version_id', ${id}::text, 'id', gen_random_uuid()) ${change})).* from ${sql.table(part)} t where t.plan_version_id = ${story.planVersionId} ${gone}`.execute(trx);
  }
  return id;
}
