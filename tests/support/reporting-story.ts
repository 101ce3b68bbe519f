/**
 * A small plan to report on, in the database: one body that owes a value of every type for 2026, the rounds of 2026
 * and 2027, and the people of the work. `const story = await aReportingStory(db)`; ids are looked up by code.
 */
import { randomUUID } from "node:crypto";
import type { AccessLevel, Aggregation, Direction, ValueType } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import type { Role } from "~/domain/roles";
import type { Db, Trx } from "~db/client.server";
import { inTransaction } from "~db/transaction.server";

const RECORDED = "2025-01-01T08:00:00.000Z";
const CODE = "PLAN-R";

interface IndicatorRow {
  code: string;
  valueType: ValueType;
  aggregation: Aggregation;
  direction?: Direction;
  precision?: number;
  access?: AccessLevel;
  agency?: string;
}

/** code, value type, aggregation; all owed by SBGS for the year unless another body is named */
const INDICATORS: readonly IndicatorRow[] = [
  { code: "NUM", valueType: "number", aggregation: "stock" },
  { code: "FLOW", valueType: "number", aggregation: "flow", precision: 1 },
  { code: "CUM", valueType: "number", aggregation: "cumulative_entered" },
  { code: "FALL", valueType: "number", aggregation: "stock", direction: "decrease" },
  { code: "PCT", valueType: "percentage", aggregation: "stock", precision: 1 },
  { code: "RATIO", valueType: "ratio", aggregation: "ratio_of_sums", precision: 2 },
  { code: "YES", valueType: "yes_no", aggregation: "stock" },
  { code: "STAGE", valueType: "stages", aggregation: "stock" },
  { code: "SCALE", valueType: "scale", aggregation: "stock" },
  { code: "SECRET", valueType: "number", aggregation: "stock", access: "restricted" },
  { code: "INSIDE", valueType: "number", aggregation: "stock", access: "internal" },
  { code: "SIGNED", valueType: "number", aggregation: "stock", agency: "SCS" },
];

export interface ReportingStory {
  planCode: string;
  planId: string;
  planVersionId: string;
  agencyId(code: string): string;
  indicatorId(code: string): string;
  /** obligation of an indicator for a period, 2026 unless said */
  owed(indicator: string, periodKey?: string): string;
  cycleId(periodKey: string): string;
  /** a person with one role; the same name is the same person */
  person(name: string, role: Role, agency?: string | null, ceiling?: AccessLevel): Promise<Actor>;
  /** one person, several roles */
  personWith(name: string, grants: { role: Role; agency: string | null }[]): Promise<Actor>;
}

export async function aReportingStory(db: Db): Promise<ReportingStory> {
  const ids = new Map<string, string>();
  const id = (name: string) => {
    const known = ids.get(name) ?? randomUUID();
    ids.set(name, known);
    return known;
  };
  await inTransaction(db, { actorId: null, action: "prepare", now: RECORDED }, async (trx) => {
    await addBodies(trx, id);
    await addPlan(trx, id);
    await addRounds(trx, id);
  });
  const personWith: ReportingStory["personWith"] = async (name, grants) => addPerson(db, id, name, grants, "restricted");
  return {
    planCode: CODE,
    planId: id("plan"),
    planVersionId: id("version"),
    agencyId: (code) => id(`agency ${code}`),
    indicatorId: (code) => id(`indicator ${code}`),
    owed: (code, periodKey = "2026") => id(`owed ${code} ${periodKey}`),
    cycleId: (periodKey) => id(`cycle ${periodKey}`),
    person: (name, role, agency = null, ceiling = "restricted") => addPerson(db, id, name, [{ role, agency }], ceiling),
    personWith,
  };
}

type NamedId = (name: string) => string;

async function addBodies(trx: Trx, id: NamedId): Promise<void> {
  for (const [code, needsApproval] of [["SBGS", false], ["SCS", true], ["MIA", false]] as const) {
    await trx.insertInto("agency").values({ id: id(`agency ${code}`), code, kind: "central", needs_approval: needsApproval }).execute();
    await trx
      .insertInto("agency_name")
      .values({ agency_id: id(`agency ${code}`), name_uk: `Орган ${code}`, name_en: `Body ${code}`, abbr_uk: code, abbr_en: code })
      .execute();
  }
  for (const year of [2025, 2026, 2027]) {
    await trx.insertInto("period").values({ key: String(year), kind: "year", starts_on: `${year}-01-01`, ends_on: `${year}-12-31` }).execute();
  }
  await trx.insertInto("period").values({ key: "2027-Q1", kind: "quarter", starts_on: "2027-01-01", ends_on: "2027-03-31" }).execute();
  await trx.insertInto("breakdown").values({ id: id("total"), key: "total" }).execute();
}

async function addPlan(trx: Trx, id: NamedId): Promise<void> {
  const version = { plan_version_id: id("version") };
  await trx.insertInto("plan").values({ id: id("plan"), code: CODE, starts_on: "2025-01-01", ends_on: "2030-12-31" }).execute();
  await trx.insertInto("plan_level").values({ plan_id: id("plan"), depth: 1, key: "goal", role: "goal", label_uk: "Ціль", label_en: "Goal" }).execute();
  await trx
    .insertInto("plan_version")
    .values({ id: id("version"), plan_id: id("plan"), no: 1, title_uk: "План", title_en: "Plan", in_force_from: "2025-01-01", recorded_at: RECORDED, accepted_at: RECORDED })
    .execute();
  await trx.insertInto("node").values({ id: id("goal"), plan_id: id("plan") }).execute();
  await trx.insertInto("node_version").values({ ...version, node_id: id("goal"), depth: 1, position: 1, code_printed: "G1", title_uk: "Ціль", title_en: "Goal" }).execute();
  for (const [code, lead, position] of [["M1", "SBGS", 1], ["M2", "SCS", 2]] as const) {
    await trx.insertInto("measure").values({ id: id(code), plan_id: id("plan") }).execute();
    await trx
      .insertInto("measure_version")
      .values({ ...version, measure_id: id(code), node_id: id("goal"), position, code_printed: code, title_uk: `Захід ${code}`, title_en: `Measure ${code}`, due_on: "2030-12-31" })
      .execute();
    await trx.insertInto("measure_executor").values({ ...version, measure_id: id(code), agency_id: id(`agency ${lead}`), position: 1, role: "lead" }).execute();
  }
  await trx.insertInto("measure_executor").values({ ...version, measure_id: id("M1"), agency_id: id("agency SCS"), position: 2, role: "co" }).execute();
  for (const [index, row] of INDICATORS.entries()) await addIndicator(trx, id, row, index + 1);
}

async function addIndicator(trx: Trx, id: NamedId, row: IndicatorRow, position: number): Promise<void> {
  const indicator = { plan_version_id: id("version"), indicator_id: id(`indicator ${row.code}`) };
  await trx.insertInto("indicator").values({ id: indicator.indicator_id, plan_id: id("plan") }).execute();
  await trx
    .insertInto("indicator_version")
    .values({
      ...indicator,
      measure_id: id(row.agency === "SCS" ? "M2" : "M1"),
      position,
      code_printed: row.code,
      name_uk: `Індикатор ${row.code}`,
      name_en: `Indicator ${row.code}`,
      value_type: row.valueType,
      aggregation: row.aggregation,
      direction: row.direction ?? "increase",
      precision: row.precision ?? 0,
      frequency: "annual",
      access: row.access ?? "public",
      scale: row.valueType === "scale" ? JSON.stringify({ code: "five", ordinal: true, size: 5 }) : null,
    })
    .execute();
  if (row.valueType !== "stages") return;
  for (const no of [1, 2, 3]) {
    await trx.insertInto("indicator_stage").values({ ...indicator, no, code: `S${no}`, label_uk: `етап ${no}`, label_en: `stage ${no}` }).execute();
  }
}

/** Reports of a year are due on 15 March of the next and reviewed for 30 days; a round opens on the first day of its period. */
async function addRounds(trx: Trx, id: NamedId): Promise<void> {
  const rounds = [
    ["2025", "annual", "2025-01-01", "2026-03-15", "2026-04-14"],
    ["2026", "annual", "2026-01-01", "2027-03-15", "2027-04-14"],
    ["2027-Q1", "quarterly", "2027-01-01", "2027-04-15", "2027-05-15"],
    ["2027", "annual", "2027-01-01", "2028-03-15", "2028-04-14"],
  ] as const;
  for (const [periodKey, kind, opensOn, dueOn, reviewUntil] of rounds) {
    await trx
      .insertInto("cycle")
      .values({ id: id(`cycle ${periodKey}`), plan_id: id("plan"), period_key: periodKey, kind, opens_on: opensOn, due_on: dueOn, review_until: reviewUntil, recorded_at: RECORDED })
      .execute();
    if (kind !== "annual") continue;
    for (const row of INDICATORS) {
      await trx
        .insertInto("obligation")
        .values({
          id: id(`owed ${row.code} ${periodKey}`),
          cycle_id: id(`cycle ${periodKey}`),
          indicator_id: id(`indicator ${row.code}`),
          agency_id: id(`agency ${row.agency ?? "SBGS"}`),
          period_key: periodKey,
          plan_version_id: id("version"),
          due_on: dueOn,
          updated_at: RECORDED,
        })
        .execute();
    }
  }
}

async function addPerson(db: Db, id: NamedId, name: string, grants: { role: Role; agency: string | null }[], ceiling: AccessLevel): Promise<Actor> {
  const userId = id(`person ${name}`);
  const granted = grants.map(({ role, agency }) => ({ role, agencyId: agency === null ? null : id(`agency ${agency}`) }));
  await inTransaction(db, { actorId: null, action: "create_user", now: RECORDED }, async (trx) => {
    await trx
      .insertInto("user_account")
      .values({ id: userId, login: name, name_uk: name, name_en: name, ceiling, created_at: RECORDED })
      .onConflict((oc) => oc.column("id").doNothing())
      .execute();
    for (const { role, agencyId } of granted) {
      await trx.insertInto("role_grant").values({ user_id: userId, role, agency_id: agencyId, from_at: RECORDED }).onConflict((oc) => oc.doNothing()).execute();
    }
  });
  return { userId, grants: granted, ceiling };
}
