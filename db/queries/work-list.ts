import { sql } from "kysely";
import type { ObligationState } from "~/domain/statuses";
import type { Db, Trx } from "../client.server";
import { bodyName } from "./body-name";

/** Which obligations; nothing given = all. */
export interface WorkFilter {
  agencyIds?: readonly string[];
  planId?: string;
  cycleId?: string;
  states?: readonly ObligationState[];
  /** rounds that have opened by this day */
  openedBy?: string;
  /** drafts of this person are told of */
  draftsOf: string;
}

export type WorkRow = Awaited<ReturnType<typeof listWork>>[number];

/**
 * Obligations with their latest version, the last decision about it, its receipt, the value of the period before, and
 * the person's draft. In one select, by due date. The plan's words and the access ceiling are the feature's to add.
 */
export function listWork(db: Db | Trx, filter: WorkFilter) {
  let query = db
    .selectFrom("obligation as o")
    .innerJoin("cycle as c", "c.id", "o.cycle_id")
    .innerJoin("plan as p", "p.id", "c.plan_id")
    .innerJoin("period as per", "per.key", "o.period_key")
    .leftJoin("breakdown as b", (join) => join.on("b.key", "=", "total"))
    .leftJoin("measurement as m", (join) =>
      join
        .onRef("m.indicator_id", "=", "o.indicator_id")
        .onRef("m.agency_id", "=", "o.agency_id")
        .onRef("m.period_key", "=", "o.period_key")
        .onRef("m.breakdown_id", "=", "b.id"),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("measurement_version as lv")
          .selectAll("lv")
          .whereRef("lv.measurement_id", "=", "m.id")
          .orderBy("lv.no", "desc")
          .limit(1)
          .as("v"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("verification as ld")
          .selectAll("ld")
          .whereRef("ld.measurement_id", "=", "v.measurement_id")
          .whereRef("ld.no", "=", "v.no")
          .orderBy("ld.seq", "desc")
          .limit(1)
          .as("d"),
      (join) => join.onTrue(),
    )
    .leftJoin("submission_item as si", (join) =>
      join.onRef("si.measurement_id", "=", "v.measurement_id").onRef("si.no", "=", "v.no"),
    )
    .leftJoin("submission as s", "s.id", "si.submission_id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("submission_item as fi")
          .innerJoin("submission as fs", "fs.id", "fi.submission_id")
          .select((first) => first.fn.min("fs.submitted_at").as("at"))
          .whereRef("fi.measurement_id", "=", "m.id")
          .as("first"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("measurement as em")
          .innerJoin("period as ep", "ep.key", "em.period_key")
          .innerJoin("measurement_version as ev", "ev.measurement_id", "em.id")
          .selectAll("ev")
          .select("ep.ends_on")
          .whereRef("em.indicator_id", "=", "o.indicator_id")
          .whereRef("em.agency_id", "=", "o.agency_id")
          .whereRef("em.breakdown_id", "=", "b.id")
          .whereRef("ep.ends_on", "<", "per.ends_on")
          .orderBy("ep.ends_on", "desc")
          .orderBy("ep.starts_on")
          .orderBy("ev.no", "desc")
          .limit(1)
          .as("e"),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("measurement_version as wv")
          .leftJoin("submission_item as wi", (join) => join.onRef("wi.measurement_id", "=", "wv.measurement_id").onRef("wi.no", "=", "wv.no"))
          .leftJoin("submission as ws", "ws.id", "wi.submission_id")
          .select([sql<string | null>`string_agg(wv.author_id::text, ',')`.as("writers"), sql<string | null>`string_agg(ws.submitted_by::text, ',')`.as("senders")])
          .whereRef("wv.measurement_id", "=", "m.id")
          .as("who"),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(bodyName("o.agency_id"), (join) => join.onTrue())
    .leftJoin("draft as dr", (join) => join.onRef("dr.obligation_id", "=", "o.id").on("dr.user_id", "=", filter.draftsOf))
    .select([
      "o.id",
      "o.state",
      "o.excluded_reason",
      "o.period_key",
      "o.due_on",
      "o.indicator_id",
      "o.agency_id",
      "o.plan_version_id",
      "o.cycle_id",
      "c.kind as cycle_kind",
      "c.period_key as cycle_period",
      "c.opens_on",
      "c.grace_days",
      "c.plan_id",
      "p.code as plan_code",
      "m.id as measurement_id",
      "v.no",
      "v.author_id",
      "v.recorded_at",
      "v.access",
      "v.kind",
      "v.value",
      "v.numerator",
      "v.denominator",
      "v.stage_no",
      "v.scale_position",
      "v.yes_no",
      "v.reason_code",
      "v.qualifier",
      "d.decision",
      "d.reason_digest",
      "d.recorded_at as decided_at",
      "s.id as submission_id",
      "s.receipt_no",
      "s.submitted_at",
      "s.submitted_by",
      "first.at as first_submitted_at",
      "e.kind as before_kind",
      "e.value as before_value",
      "e.numerator as before_numerator",
      "e.denominator as before_denominator",
      "e.stage_no as before_stage_no",
      "e.scale_position as before_scale_position",
      "e.yes_no as before_yes_no",
      "e.reason_code as before_reason_code",
      "e.qualifier as before_qualifier",
      "e.access as before_access",
      "e.observed_on as before_observed_on",
      "e.ends_on as before_on",
      "dr.updated_at as draft_at",
      "who.writers",
      "who.senders",
      "an.name_uk as agency_name_uk",
      "an.name_en as agency_name_en",
      "an.abbr_uk as agency_abbr_uk",
      "an.abbr_en as agency_abbr_en",
    ])
    .orderBy("o.due_on")
    .orderBy("o.period_key")
    .orderBy("o.id");
  if (filter.agencyIds) query = query.where("o.agency_id", "in", filter.agencyIds.length > 0 ? [...filter.agencyIds] : [NOBODY]);
  if (filter.planId) query = query.where("c.plan_id", "=", filter.planId);
  if (filter.cycleId) query = query.where("o.cycle_id", "=", filter.cycleId);
  if (filter.states) query = query.where("o.state", "in", [...filter.states]);
  if (filter.openedBy) query = query.where("c.opens_on", "<=", filter.openedBy);
  return query.execute();
}

/** An id that no agency has: an empty list must find nothing, not everything. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
