import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { confirmPurge } from "~/features/content/confirm-purge.server";
import { requestPurge } from "~/features/content/request-purge.server";
import type { Actor } from "~/domain/permissions";
import type { Role } from "~/domain/roles";
import { verifyAudit } from "~db/queries/audit-check";
import { findPurgeReach } from "~db/queries/purge";
import { getOpenPurges } from "~/features/admin/open-purges.server";
import { contentDigest, findContent, putFile, readText } from "~db/queries/content";
import { inTransaction } from "~db/transaction.server";
import { useDatabase } from "../../support/database";
import { addVersion, aMeasurement, aUser, NOW } from "../../support/rows";
import { tablesHolding } from "../../support/trace";

const database = useDatabase();
const WORDS = "Іван Прикладний, тел. 000-00-00";
const NARRATIVE = `Роботи завершено.\nКонтакт: ${WORDS}`;
const ACT = { actNo: "757/123/26", actOn: "2026-11-20" };

async function actor(role: Role): Promise<Actor> {
  return { userId: await aUser(database.db), grants: [{ role, agencyId: null }], ceiling: "internal" };
}

/** A value whose narrative is to go, and the same words in a draft, a kept post and an unsent notice. */
async function narrativeEverywhere(): Promise<string> {
  const author = await aUser(database.db);
  const { measurementId } = await aMeasurement(database.db);
  await addVersion(database.db, measurementId, author, { narrative: NARRATIVE });
  const typed = JSON.stringify({ value: "12", notes: [{ narrative: `${NARRATIVE.replaceAll("\n", "\r\n")} і ще` }] });
  const other = JSON.stringify({ value: "12", narrative: "Роботи завершено." });
  for (const fields of [typed, other]) {
    await sql`insert into kept_post (user_id, path, fields, kept_at, expires_at)
      values (${author}, '/obligations/1', ${fields}::jsonb, now(), now())`.execute(database.db);
    await sql`insert into outbox (kind, subject) values ('note', ${fields}::jsonb)`.execute(database.db);
  }
  return contentDigest(NARRATIVE);
}

describe("purge of a text under an act", () => {
  it("two persons remove it, nothing of it stays in any table, the tombstone and the chain do", async () => {
    const digest = await narrativeEverywhere();
    expect(await tablesHolding(database.db, WORDS)).toEqual(["content", "kept_post", "outbox"]);

    const purgeId = await requestPurge(database.db, await actor("administrator"), NOW, { digest, ...ACT });
    expect(await readText(database.db, digest)).toEqual({ text: NARRATIVE });
    const deleted = await confirmPurge(database.db, await actor("security_administrator"), NOW, { purgeId });

    expect(deleted).toBe(2);
    expect(await tablesHolding(database.db, WORDS)).toEqual([]);
    expect(await readText(database.db, digest)).toEqual({ purged: ACT });
    expect((await verifyAudit(database.db)).problems).toEqual([]);
    // what others typed without those words is left alone
    expect(await tablesHolding(database.db, "Роботи завершено.")).toEqual(["kept_post", "outbox"]);
  });

  it("a draft that holds the words goes, another person's stays", async () => {
    const digest = await narrativeEverywhere();
    const holder = await aUser(database.db);
    const other = await aUser(database.db);
    await sql`with c as (insert into cycle (plan_id, period_key, kind, opens_on, due_on)
        select id, '2026', 'annual', '2026-01-01', '2027-03-15' from plan returning id)
      insert into obligation (cycle_id, indicator_id, agency_id, period_key, plan_version_id, due_on)
        select c.id, m.indicator_id, m.agency_id, '2026', v.id, '2027-03-15' from c, measurement m, plan_version v`.execute(database.db);
    for (const [user, narrative] of [[holder, NARRATIVE], [other, "Інше"]]) {
      await sql`insert into draft (user_id, obligation_id, body)
        select ${user}, id, ${JSON.stringify({ narrative })}::jsonb from obligation`.execute(database.db);
    }
    const purgeId = await requestPurge(database.db, await actor("administrator"), NOW, { digest, ...ACT });
    await confirmPurge(database.db, await actor("security_administrator"), NOW, { purgeId });
    const drafts = await database.db.selectFrom("draft").select("user_id").execute();
    expect(drafts).toEqual([{ user_id: other }]);
  });

  it("a file is emptied the same way and does not come back when sent again", async () => {
    const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10]);
    const put = () =>
      inTransaction(database.db, { actorId: null, action: "attach_file", now: NOW }, (trx) => putFile(trx, bytes, "application/pdf"));
    const digest = await put();
    const purgeId = await requestPurge(database.db, await actor("administrator"), NOW, { digest, ...ACT });
    await confirmPurge(database.db, await actor("security_administrator"), NOW, { purgeId });
    expect(await put()).toBe(digest);
    expect(await findContent(database.db, digest)).toEqual({ purged: ACT });
    expect((await verifyAudit(database.db)).problems).toEqual([]);
  });
});

describe("what a removal reaches is told before it is confirmed", () => {
  it("equal texts are one: every fact that says the same is counted; longer texts with it inside are named and stay", async () => {
    const digest = await narrativeEverywhere();
    const { measurementId } = await aMeasurement(database.db);
    const author = await aUser(database.db);
    await addVersion(database.db, measurementId, author, { narrative: NARRATIVE });
    const longer = `${NARRATIVE}\nУточнено.`;
    await addVersion(database.db, (await aMeasurement(database.db)).measurementId, author, { narrative: longer });
    expect(await findPurgeReach(database.db, digest)).toEqual({ uses: 2, within: [contentDigest(longer)] });
    const asking = await actor("administrator");
    await requestPurge(database.db, asking, NOW, { digest, ...ACT });
    expect((await getOpenPurges(database.db, asking)).map(({ reach }) => reach)).toEqual([{ uses: 2, within: [contentDigest(longer)] }]);
  });

  it("a short text takes only fields that say nothing else", async () => {
    const author = await aUser(database.db);
    const { measurementId } = await aMeasurement(database.db);
    await addVersion(database.db, measurementId, author, { narrative: "Виконано." });
    for (const narrative of ["Виконано.\r\n", "Виконано. Решту звірено з митницею."]) {
      await sql`insert into outbox (kind, subject) values ('note', ${JSON.stringify({ narrative })}::jsonb)`.execute(database.db);
    }
    const purgeId = await requestPurge(database.db, await actor("administrator"), NOW, { digest: contentDigest("Виконано."), ...ACT });
    expect(await confirmPurge(database.db, await actor("security_administrator"), NOW, { purgeId })).toBe(1);
    expect(await tablesHolding(database.db, "Решту звірено")).toEqual(["outbox"]);
  });
});

describe("who may not, and when not", () => {
  it.each<[Role, string]>([
    ["security_administrator", "not_found"],
    ["focal_point", "not_found"],
    ["reader", "not_found"],
  ])("%s cannot ask for one", async (role, code) => {
    const digest = await narrativeEverywhere();
    await expect(requestPurge(database.db, await actor(role), NOW, { digest, ...ACT })).rejects.toMatchObject({ code });
  });

  it("an administrator cannot confirm one", async () => {
    const digest = await narrativeEverywhere();
    const purgeId = await requestPurge(database.db, await actor("administrator"), NOW, { digest, ...ACT });
    await expect(confirmPurge(database.db, await actor("administrator"), NOW, { purgeId })).rejects.toMatchObject({ code: "not_found" });
    expect(await readText(database.db, digest)).toEqual({ text: NARRATIVE });
  });

  it("nobody confirms their own request, whatever roles they hold", async () => {
    const digest = await narrativeEverywhere();
    const one = await actor("administrator");
    const purgeId = await requestPurge(database.db, one, NOW, { digest, ...ACT });
    const both: Actor = { ...one, grants: [{ role: "security_administrator", agencyId: null }] };
    await expect(confirmPurge(database.db, both, NOW, { purgeId })).rejects.toMatchObject({
      code: "own_request",
    });
    expect(await readText(database.db, digest)).toEqual({ text: NARRATIVE });
  });

  it("unknown content, a second request, a second confirmation", async () => {
    const digest = await narrativeEverywhere();
    const asking = await actor("administrator");
    const confirming = await actor("security_administrator");
    const unknown = { digest: "0".repeat(64), ...ACT };
    await expect(requestPurge(database.db, asking, NOW, unknown)).rejects.toMatchObject({ code: "not_found" });
    const purgeId = await requestPurge(database.db, asking, NOW, { digest, ...ACT });
    await expect(requestPurge(database.db, asking, NOW, { digest, ...ACT })).rejects.toMatchObject({ code: "act_not_possible_in_state" });
    await confirmPurge(database.db, confirming, NOW, { purgeId });
    await expect(confirmPurge(database.db, confirming, NOW, { purgeId })).rejects.toMatchObject({ code: "already_decided" });
    await expect(requestPurge(database.db, asking, NOW, { digest, ...ACT })).rejects.toMatchObject({ code: "act_not_possible_in_state" });
  });
});
