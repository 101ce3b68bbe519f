import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generateTypes } from "~db/generate-types";
import { migrate, pendingMigrations } from "~db/migrate.server";
import { useDatabase } from "../support/database";

const database = useDatabase();

it("db/schema.ts is what the migrated database says; if not, run `npm run db:types`", async () => {
  expect(await generateTypes(database.db)).toBe(readFileSync("db/schema.ts", "utf8"));
});

it("migrating again changes nothing", async () => {
  expect(await pendingMigrations(database.db)).toEqual([]);
  expect(await migrate(database.db)).toEqual([]);
});
