import { describe, expect, it } from "vitest";
import { endOfKyivDay, kyivDateOf } from "~/domain/dates";
import { obligedCodes } from "./obliged-codes";
import { DEMO_ACCOUNTS } from "../../seeds/demo/account-list";
import { accountId } from "../../seeds/demo/accounts";
import { demoStory, lastMomentOf } from "../../seeds/demo/story";
import type { SeedAct } from "../../seeds/acts";

const DAYS = ["2021-06-01", "2026-01-01", "2026-01-02", "2026-07-08", "2026-11-25", "2027-01-09", "2029-02-28", "2030-12-31", "2035-06-01"];

/** What happened, as against what is planned or owed: columns that must not lie ahead of today. */
const HAPPENED = new Set([
  "recorded_at", "submitted_at", "accepted_at", "created_at", "from_at", "changed_at", "observed_on", "unchanged_since", "opens_on", "act_on",
]);

const cells = (acts: readonly SeedAct[]) =>
  acts.flatMap((act) => Object.entries(act.rows).flatMap(([table, rows]) => (rows as object[]).flatMap((row) => Object.entries(row).map(([column, value]) => ({ table, column, value })))));

describe.each(DAYS)("the story told on %s", (today) => {
  const acts = demoStory(today, "$argon2id$");

  it("is the same when told again", () => {
    expect(demoStory(today, "$argon2id$")).toEqual(acts);
  });

  it("tells nothing that lies ahead", () => {
    const ahead = cells(acts).filter(({ column, value }) => {
      if (!HAPPENED.has(column) || typeof value !== "string") return false;
      return value.length === 10 ? value > today : value > lastMomentOf(today);
    });
    expect(ahead).toEqual([]);
    expect(acts.filter((act) => act.at > lastMomentOf(today))).toEqual([]);
    expect(lastMomentOf(today) < endOfKyivDay(today)).toBe(true);
  });

  it("lets nobody judge what their own body sent or is obliged to execute", () => {
    const bodyOf = new Map(DEMO_ACCOUNTS.map(({ login, grants }) => [accountId(login), grants[0]?.agency ?? null]));
    const own = acts.flatMap((act) => (act.rows.verification ?? []).filter(({ measurement_id, by_id }) => obligedCodes(acts, measurement_id).includes(bodyOf.get(by_id) ?? "")));
    expect(own).toEqual([]);
  });

  it("leaves an open quarter with work for those who enter, send, and judge", () => {
    const authors = new Set(acts.filter((act) => act.rows.measurement_version).map((act) => kyivDateOf(act.at)));
    expect(authors.size).toBeGreaterThan(0);
    const decided = new Set(acts.flatMap((act) => (act.rows.verification ?? []).map((row) => `${row.measurement_id}/${row.no}`)));
    const sent = new Set(acts.flatMap((act) => (act.rows.submission_item ?? []).map((row) => `${row.measurement_id}/${row.no}`)));
    const versions = acts.flatMap((act) => (act.rows.measurement_version ?? []).map((row) => `${row.measurement_id}/${row.no}`));
    expect(versions.filter((key) => sent.has(key) && !decided.has(key)).length).toBeGreaterThanOrEqual(2);
    expect(versions.filter((key) => !sent.has(key))).toHaveLength(1);
  });
});

describe("years", () => {
  it.each([
    ["2026-11-25", "2026-01-01", "2030-12-31"],
    ["2029-02-28", "2026-01-01", "2030-12-31"],
    ["2035-06-01", "2034-01-01", "2038-12-31"],
    ["2025-03-01", "2024-01-01", "2028-12-31"],
  ])("on %s the running plan lasts from %s to %s, the others keep their dates", (today, start, end) => {
    const plans = new Map(demoStory(today, "$argon2id$").flatMap((act) => act.rows.plan ?? []).map((plan) => [plan.code, plan]));
    expect(plans.get("IBM-DEMO-2030")).toMatchObject({ starts_on: start, ends_on: end, illustrative: true });
    expect(plans.get("IBM-ILLUSTR-2020-2022")).toMatchObject({ starts_on: "2020-01-01", ends_on: "2022-12-31", illustrative: true });
    expect(plans.get("EU4IBM-RES")).toMatchObject({ starts_on: "2022-11-01", ends_on: null, illustrative: false });
  });
});
