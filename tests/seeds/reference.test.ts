import { describe, expect, it } from "vitest";
import { foldAlias } from "~/domain/agency-alias";
import { seedReference } from "../../seeds/run";
import { useDatabase } from "../support/database";

const database = useDatabase();
const NOW = "2026-11-25T08:00:00.000Z";

const counts = async () =>
  Promise.all(
    (["agency", "agency_name", "agency_alias", "unit", "period", "component", "dimension_item", "method_version", "setting", "audit_entry"] as const).map(
      async (table) => [table, (await database.db.selectFrom(table).selectAll().execute()).length] as const,
    ),
  );

const bodiesNamed = (alias: string, on: string) =>
  database.db
    .selectFrom("agency_alias as l")
    .innerJoin("agency as a", "a.id", "l.agency_id")
    .select("a.code")
    .where("l.alias_norm", "=", foldAlias(alias))
    .where((eb) => eb.and([eb.or([eb("from_on", "is", null), eb("from_on", "<=", on)]), eb.or([eb("to_on", "is", null), eb("to_on", ">=", on)])]))
    .execute();

describe("reference data", () => {
  it("says the same when seeded again, and changes nothing an administrator changed", async () => {
    await seedReference(database.db, NOW);
    await database.db.updateTable("agency").set({ needs_approval: true }).where("code", "=", "SCS").execute();
    const before = await counts();
    await seedReference(database.db, "2027-01-10T08:00:00.000Z");
    expect(await counts()).toEqual(before);
    const scs = await database.db.selectFrom("agency").select("needs_approval").where("code", "=", "SCS").executeTakeFirstOrThrow();
    expect(scs.needs_approval).toBe(true);
  });

  it("knows bodies by the names plan documents use, at their dates", async () => {
    await seedReference(database.db, NOW);
    expect(await bodiesNamed("Мінінфраструктури", "2020-06-01")).toEqual([{ code: "MCTD" }]);
    expect(await bodiesNamed("Мінінфраструктури", "2026-06-01")).toEqual([]);
    expect(await bodiesNamed("Державна митна служба України", "2026-06-01")).toEqual([{ code: "SCS" }]);
    expect(await bodiesNamed("ДМСУ", "2026-06-01")).toEqual([{ code: "SCS" }]);
    expect(await bodiesNamed("ДМС", "2026-06-01")).toEqual([{ code: "SMS" }]);
    expect(await bodiesNamed("Адміністрація Держспецзв'язку", "2020-06-01")).toEqual([{ code: "SSSCIP" }]);
  });

  it("holds the calendar and the first rules version", async () => {
    await seedReference(database.db, NOW);
    const keys = (await database.db.selectFrom("period").select("key").execute()).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["2019", "2026-H2", "2026-Q4", "2026-11", "2035-12"]));
    const method = await database.db.selectFrom("method_version").selectAll().executeTakeFirstOrThrow();
    expect(method).toMatchObject({ no: 1, thresholds: { coverage_withheld_below: 50, coverage_final_from: 80, partial_from: 50 } });
  });
});
