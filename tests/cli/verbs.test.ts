import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resetPassword } from "~/features/account/reset-password.server";
import { contentDigest, putText } from "~db/queries/content";
import { inTransaction } from "~db/transaction.server";
import { aCommandLine } from "../support/command-line";
import { anotherDatabase } from "../support/database";
import { NOW, tamper } from "../support/rows";
import { tablesHolding } from "../support/trace";

/** One story on one database, verb after verb, as an operator lives it; on PostgreSQL too with TEST_DATABASE_URL. */
let database: Awaited<ReturnType<typeof anotherDatabase>>;
const cli = aCommandLine(() => database);
const PASSWORD = "a long enough password 7";

beforeAll(async () => {
  database = await anotherDatabase();
});
afterAll(() => database.close());

describe("migrate", () => {
  it("creates a production database where nothing says demo, and says so again later", async () => {
    const first = await cli.run("migrate", "--json");
    expect(first).toMatchObject({ code: 0 });
    expect(first.json()).toMatchObject({ kind: "production" });
    expect((await cli.run("migrate")).out).toBe("Up to date. This is a production database.");
  });

  it("refuses to make it a demo afterwards", async () => {
    const answer = await cli.run("migrate", "--kind", "demo");
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining("created for production and is refused for the demo") });
  });
});

describe("seed", () => {
  it("reference may be repeated", async () => {
    expect(await cli.run("seed", "reference")).toMatchObject({ code: 0, out: "Reference data is in place." });
    expect(await cli.run("seed", "reference", "--json")).toMatchObject({ code: 0 });
  });

  it("demo is refused on a production database", async () => {
    expect(await cli.run("seed", "demo")).toMatchObject({ code: 1, err: expect.stringContaining("refused for the demo") });
  });
});

describe("publish-pages", () => {
  it("draws what there is to draw", async () => {
    expect(await cli.run("publish-pages")).toMatchObject({ code: 0, out: "Pages of 0 editions are drawn." });
    expect((await cli.run("publish-pages", "--json")).json()).toEqual({ editions: 0 });
  });
});

describe("create-admin and reset-password", () => {
  it("makes an administrator with the password typed", async () => {
    cli.type(PASSWORD);
    expect(await cli.run("create-admin", "--login", "chief")).toMatchObject({ code: 0, out: "Administrator chief can sign in." });
  });

  it.each([
    ["a weak password", "chief2", "qwerty1", 1, "The password is too short"],
    ["a login that is taken", "Chief", PASSWORD, 1, "already has this login"],
    ["a login that is none", "a b", PASSWORD, 2, "--login is 2 to 60"],
  ])("refuses %s", async (_what, login, password, code, sentence) => {
    cli.type(password);
    const answer = await cli.run("create-admin", "--login", login);
    expect(answer).toMatchObject({ code, err: expect.stringContaining(sentence) });
    expect(answer.err).not.toContain(password);
  });

  it("prints a one-time link", async () => {
    const answer = await cli.run("reset-password", "--login", "chief", "--json");
    expect(answer.json()).toMatchObject({ login: "chief", link: expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/reset\/[\w-]{43}$/) });
    expect(await cli.run("reset-password", "--login", "nobody")).toMatchObject({ code: 1, err: 'There is no account "nobody".' });
  });
});

describe("purge", () => {
  const WORDS = "Іван Прикладний, тел. 000-00-00";
  const act = ["--act-no", "757/123/26", "--act-on", "2026-11-20"];

  it("needs two different persons with their roles and right passwords; then nothing of the text is left", async () => {
    const digest = contentDigest(WORDS);
    const { db } = database;
    await inTransaction(db, { actorId: null, action: "note", now: NOW }, (trx) => putText(trx, WORDS));
    await sql`insert into user_account (login, name_uk, name_en) values ('guard', 'Безпека', 'Security')`.execute(db);
    await sql`insert into role_grant (user_id, role, from_at) select id, 'security_administrator', '2026-01-01' from user_account where login = 'guard'`.execute(db);
    const { link } = (await cli.run("reset-password", "--login", "guard", "--json")).json<{ link: string }>();
    await resetPassword(database.db, NOW, { token: link.split("/").at(-1)!, password: `${PASSWORD} too` });

    const purge = (by: string, second: string) => cli.run("purge", "--digest", digest, ...act, "--by", by, "--second", second);
    cli.type(PASSWORD, "wrong");
    expect(await purge("chief", "guard")).toMatchObject({ code: 1, err: 'Login or password of "guard" is wrong.' });
    cli.type(PASSWORD, PASSWORD);
    expect(await purge("chief", "chief")).toMatchObject({ code: 2, err: expect.stringContaining("two persons") });
    cli.type(`${PASSWORD} too`, PASSWORD);
    expect(await purge("guard", "chief"), "each in their own part").toMatchObject({ code: 1 });
    expect(await tablesHolding(database.db, WORDS)).toEqual(["content"]);

    cli.type(PASSWORD, `${PASSWORD} too`);
    const done = await purge("chief", "guard");
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining("Removed under act 757/123/26 of 2026-11-20") });
    expect(await tablesHolding(database.db, WORDS)).toEqual([]);
    expect(await cli.run("verify-audit")).toMatchObject({ code: 0 });
  });
});

describe("verify-audit", () => {
  it("prints a head to note, and names table and key of a row edited behind the application's back", async () => {
    const before = (await cli.run("verify-audit", "--json")).json<{ head: string; problems: unknown[] }>();
    expect(before.problems).toEqual([]);
    await tamper(database.db, (trx) => sql`update user_account set email = 'x@example.org' where login = 'chief'`.execute(trx));
    const after = await cli.run("verify-audit", "--head", before.head);
    expect(after.code).toBe(1);
    expect(after.out).toMatch(/^user_account \{"id": "[0-9a-f-]{36}"\}: differs from what entry \d+ recorded\.$/m);
    expect(after.out).toContain("1 problems found");
  });

  it("notices a cut tail against the noted head", async () => {
    const { head } = (await cli.run("verify-audit", "--json")).json<{ head: string }>();
    await tamper(database.db, (trx) => sql`delete from audit_entry where seq = (select max(seq) from audit_entry)`.execute(trx));
    const after = await cli.run("verify-audit", "--head", head);
    expect(after).toMatchObject({ code: 1, out: expect.stringContaining("its tail was cut") });
  });
});

describe("what is not understood", () => {
  it.each([
    ["no verb", [], "Usage: npm run cli -- VERB"],
    ["an unknown verb", ["migarte"], 'There is no verb "migarte"'],
    ["an unknown option", ["migrate", "--fast"], "Unknown option '--fast'"],
    ["a missing option", ["purge", "--digest", "0".repeat(64)], "--act-no is missing"],
    ["a head that is none", ["verify-audit", "--head", "12"], "--head is the number and hash"],
    ["a period that is none", ["rollup", "--plan", "X", "--period", "2026-Q5"], "--period is such as"],
    ["a day that is none", ["rollup", "--plan", "X", "--period", "2026", "--known-at", "2027-02-31"], "--known-at is a date such as"],
    ["a seed that is none", ["seed", "all"], "say which: reference or demo"],
  ])("%s: exit code 2 and how to say it", async (_what, args, sentence) => {
    const answer = await cli.run(...args);
    expect(answer.code).toBe(2);
    expect(answer.out + answer.err).toContain(sentence);
  });

  it("a plan that is none: exit code 1, in JSON too", async () => {
    const answer = await cli.run("rollup", "--plan", "NONE", "--period", "2026", "--json");
    expect(answer.code).toBe(1);
    expect(answer.json()).toHaveProperty("error");
  });
});
