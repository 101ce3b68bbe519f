/** Files of evidence leave only for who may have them, always as something to be saved. */
import { beforeEach, expect, test } from "vitest";
import type { AccessLevel } from "~/domain/facts";
import { submitValue } from "~/features/value/submit-value.server";
import { verifyValue } from "~/features/value/verify-value.server";
import { putFile, putText } from "~db/queries/content";
import { insertEvidence } from "~db/queries/evidence";
import { inTransaction } from "~db/transaction.server";
import { anEntry, number } from "../features/value/value-input";
import { testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aSession } from "../support/people";
import { aReportingStory, type ReportingStory } from "../support/reporting-story";

const database = useDatabase();
const clock = aClock("2027-02-01T10:00:00.000Z");
let app: TestApp;
let story: ReportingStory;
let measurementId: string;

beforeEach(async () => {
  const { db } = database;
  await anInstallation(db);
  story = await aReportingStory(db);
  app = testApp(db, clock);
  const focal = await story.person("focal", "focal_point", "SBGS");
  ({ measurementId } = await submitValue(db, focal, clock.now(), anEntry(story, "NUM", number("40"))));
});

async function aFile(access: AccessLevel): Promise<string> {
  const author = await story.person("focal", "focal_point", "SBGS");
  return inTransaction(database.db, { actorId: author.userId, action: "add_evidence", now: clock.now() }, async (trx) => {
    const file = await putFile(trx, Buffer.from("<script>alert(1)</script>"), "text/html");
    await insertEvidence(trx, {
      measurement_id: measurementId, no: 1, kind: "file", file_digest: file, title_digest: await putText(trx, "Акт № 15.html"), access,
      declared_unrestricted: true, recorded_at: clock.now(), recorded_by: author.userId,
    });
    return (await trx.selectFrom("evidence").select("id").executeTakeFirstOrThrow()).id;
  });
}

async function get(id: string, name: string, role: Parameters<ReportingStory["person"]>[1], agency: string | null, ceiling: AccessLevel) {
  const actor = await story.person(name, role, agency, ceiling);
  return app.get(`/evidence/${id}`, { cookies: (await aSession(database.db, clock.now(), actor.userId)).cookies });
}

test("the file comes to be saved, never to be run as ours", async () => {
  const response = await get(await aFile("public"), "evaluator", "evaluator", "MIA", "internal");
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("<script>alert(1)</script>");
  expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%D0%90/);
  expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
});

const rows: [who: string, role: Parameters<ReportingStory["person"]>[1], agency: string | null, ceiling: AccessLevel, file: AccessLevel, status: number][] = [
  ["the body itself", "focal_point", "SBGS", "internal", "internal", 200],
  ["another body", "focal_point", "MIA", "internal", "public", 404],
  ["a reader", "reader", null, "internal", "public", 404],
  ["an evaluator without the ceiling", "evaluator", "MIA", "internal", "restricted", 404],
  ["an evaluator with it", "evaluator", "MIA", "restricted", "restricted", 200],
  ["the security administrator", "security_administrator", null, "restricted", "public", 404],
];
test.each(rows)("%s (%s of %s, %s) asks for a %s file: %i", async (who, role, agency, ceiling, access, status) => {
  const id = await aFile(access);
  const evaluator = await story.person("verifier", "evaluator", "MIA");
  await verifyValue(database.db, evaluator, clock.now(), { measurementId, no: 1, decisionsSeen: 0 });
  expect((await get(id, who, role, agency, ceiling)).status).toBe(status);
  const reads = await database.db.selectFrom("audit_entry").select("detail").where("action", "=", "read_restricted").execute();
  expect(reads).toEqual(status === 200 && access === "restricted" ? [{ detail: { evidenceId: id } }] : []);
});

test("an id of nothing, and one that is no file, are not there", async () => {
  expect((await get("00000000-0000-4000-8000-000000000000", "evaluator", "evaluator", "MIA", "internal")).status).toBe(404);
  expect((await get("nothing", "evaluator", "evaluator", "MIA", "internal")).status).toBe(404);
});
