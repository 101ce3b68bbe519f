/** The operator's check of editions: each computed anew, what differs named, and an exit code a script can read. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCommandLine } from "../support/command-line";
import { anotherDatabase } from "../support/database";
import { anEditionStory, type EditionStory } from "../support/edition-story";
import { tamper } from "../support/rows";

let database: Awaited<ReturnType<typeof anotherDatabase>>;
let story: EditionStory;
const cli = aCommandLine(() => database);

beforeAll(async () => {
  database = await anotherDatabase();
  story = await anEditionStory(database.db);
});
afterAll(() => database.close());

describe("editions", () => {
  it("says when there is none", async () => {
    expect(await cli.run("editions")).toMatchObject({ code: 0, out: "No edition has been released." });
    expect(await cli.run("editions", "--check")).toMatchObject({ code: 0, out: "0 editions computed anew: each the same." });
  });

  it("lists them with code, cut-off and figures, those that were corrected among them", async () => {
    await story.report("NUM", "8", { at: "2026-02-20T08:00:00.000Z" });
    const first = await story.edition({ cutOff: "2026-03-01" });
    await story.report("NUM", "10", { at: "2026-03-05T08:00:00.000Z", no: 2, reason: "act 7" });
    const second = await story.edition();
    expect((await cli.run("editions")).out.split("\n").sort()).toEqual([
      `${first.release.code}  PLAN-R 2025, public, no. 1 (corrected), cut-off 2026-03-01T21:59:59.999Z: 0 of 2`,
      `${second.release.code}  PLAN-R 2025, public, no. 2, cut-off 2026-03-31T20:59:59.999Z: 1 of 2`,
    ].sort());
    const listed = (await cli.run("editions", "--json")).json<{ code: string; inForce: boolean }[]>();
    expect(listed.filter(({ inForce }) => inForce).map(({ code }) => code)).toEqual([second.release.code]);
  });

  it("computes each anew; what was changed behind the application's back is named, with exit code 1", async () => {
    expect(await cli.run("editions", "--check")).toMatchObject({ code: 0, out: "2 editions computed anew: each the same." });
    await tamper(database.db, (trx) => trx.updateTable("measurement_version").set({ value: "9" }).where("no", "=", 2).execute());
    const checked = await cli.run("editions", "--check");
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/^[A-Z0-9]{3}-\d{3} {2}PLAN-R 2025, public, no\. 2: differs$/m);
    expect(checked.out).toMatch(/^ {2}input hash: released [0-9a-f]{64}, now [0-9a-f]{64}$/m);
    expect(checked.out).toContain(`indicators.NUM.achieved: released "achieved", now "not_achieved"`);
    expect(checked.out).toMatch(/^2 editions computed anew: 1 differ\.$/m);
    const told = await cli.run("editions", "--check", "--json");
    expect([told.code, told.json<{ editions: number; differing: number }>()]).toMatchObject([1, { editions: 2, differing: 1 }]);
  });
});
