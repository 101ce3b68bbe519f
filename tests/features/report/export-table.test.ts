import { expect, test } from "vitest";
import type { Actor } from "~/domain/permissions";
import { type ExportRight, exportTable } from "~/features/report/export-table.server";
import type { ReportTable } from "~/features/report/report-table";
import { useDatabase } from "../../support/database";
import { aPerson, anInstallation } from "../../support/people";

const database = useDatabase();
const NOW = "2026-11-24T10:00:00.000Z";
const TABLE: ReportTable = { name: "plans", title: "Плани", columns: [{ key: "code", label: "Код", kind: "code" }], rows: [{ code: "A" }, { code: "B" }], notes: [], labels: [] };

async function exporting(role: Actor["grants"][number]["role"]) {
  await anInstallation(database.db);
  const { id } = await aPerson(database.db, NOW, { roles: [role] });
  const actor: Actor = { userId: id, grants: [{ role, agencyId: null }], ceiling: "public" };
  return { id, file: (right?: ExportRight) => exportTable(database.db, actor, NOW, { table: TABLE, address: "/plans.csv", language: "uk", right }) };
}

test("an export is an act on record: who, which table, of which address, how many rows", async () => {
  const { id, file } = await exporting("reader");
  expect(await file()).toEqual({ fileName: "plans.csv", mediaType: "text/csv; charset=utf-8; header=present", body: "\ufeffКод,Рядків у файлі\r\nA,2\r\nB,2\r\n" });
  const entries = await database.db.selectFrom("audit_entry").select(["actor_id", "detail"]).where("action", "=", "export_table").execute();
  expect(entries).toEqual([{ actor_id: id, detail: { table: "plans", address: "/plans.csv", rows: 2, format: "csv" } }]);
});

test("who may not take tables away gets none, and nothing is recorded", async () => {
  const { file } = await exporting("security_administrator");
  await expect(file()).rejects.toMatchObject({ name: "DomainError" });
  expect(await database.db.selectFrom("audit_entry").select("seq").where("action", "=", "export_table").execute()).toEqual([]);
});

test("tables of security are the security administrator's to take, on record like every file, and nobody else's", async () => {
  const keeper = await exporting("security_administrator");
  expect((await keeper.file("export_security_log")).fileName).toBe("plans.csv");
  expect(await database.db.selectFrom("audit_entry").select("actor_id").where("action", "=", "export_table").execute()).toEqual([{ actor_id: keeper.id }]);
  const administrator = await exporting("administrator");
  await expect(administrator.file("export_security_log")).rejects.toMatchObject({ code: "not_found" });
});
