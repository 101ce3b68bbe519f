import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { isoInstant, plainNumeric } from "~db/type-parsers.server";
import { useDatabase } from "../support/database";

const database = useDatabase();

describe("types arrive alike from both engines", () => {
  it.each([
    ["numeric keeps no padding", "1.5::numeric(30,10)", "1.5"],
    ["numeric whole", "100::numeric(30,10)", "100"],
    ["numeric zero is a value", "0::numeric(30,10)", "0"],
    ["numeric beyond what a float holds", "12345678901234567890.0123456789::numeric(30,10)", "12345678901234567890.0123456789"],
    ["numeric negative", "-0.5000000000::numeric", "-0.5"],
    ["int8", "9007199254740991::int8", 9007199254740991],
    ["count", "(select count(*) from generate_series(1, 3))", 3],
    ["date", "'2026-03-15'::date", "2026-03-15"],
    ["date before the summer clock change", "'2026-03-29'::date", "2026-03-29"],
    ["instant", "'2026-11-25T01:33:20.123Z'::timestamptz", "2026-11-25T01:33:20.123Z"],
    ["instant without a fraction", "'2026-11-25T01:33:20Z'::timestamptz", "2026-11-25T01:33:20.000Z"],
    ["instant with microseconds is cut, not rounded", "'2026-11-25T01:33:20.999999Z'::timestamptz", "2026-11-25T01:33:20.999Z"],
    ["instant given in Kyiv time", "'2026-07-01T00:00:00+03:00'::timestamptz", "2026-06-30T21:00:00.000Z"],
    ["numeric array", "array[1.50, null, 2.00]::numeric[]", ["1.5", null, "2"]],
    ["date array", "array['2026-03-15']::date[]", ["2026-03-15"]],
    ["instant array", "array['2026-11-25T01:33:20Z']::timestamptz[]", ["2026-11-25T01:33:20.000Z"]],
    ["empty array", "'{}'::int8[]", []],
    ["null", "null::numeric", null],
  ])("%s", async (_what, expression, expected) => {
    const { rows } = await sql<{ v: unknown }>`select ${sql.raw(expression)} as v`.execute(database.db);
    expect(rows[0]!.v).toEqual(expected);
  });

  it("refuses an int8 that a number would round", async () => {
    await expect(sql`select 9007199254740993::int8 as v`.execute(database.db)).rejects.toThrow(/int8/);
  });
});

describe("parsers by themselves", () => {
  it.each([["10.0", "10"], ["100", "100"], ["0.0000000000", "0"], ["-0.0", "0"], ["0.10", "0.1"]])("%s → %s", (text, plain) => {
    expect(plainNumeric(text)).toBe(plain);
  });
  it("an instant outside UTC is an error", () => {
    expect(() => isoInstant("2026-11-25 03:33:20+02")).toThrow(/UTC/);
  });
});
