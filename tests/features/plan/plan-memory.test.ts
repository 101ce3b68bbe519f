/** Plans kept in memory: what is shown is never older than what is recorded, and never another reader's. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/permissions";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import type { Db } from "~db/client.server";
import { recallFacts, recallPlan, rememberPlans } from "~db/plan-memory.server";
import { useDatabase } from "../../support/database";
import { aReportingStory, type ReportingStory } from "../../support/reporting-story";
import { aVerifiedValue } from "../../support/verified-value";

const database = useDatabase();
let story: ReportingStory;
let leader: Actor;
/** the same database, remembered; counts the selects of whole plans and of their facts */
let db: Db;
let selects: number;

const NOW = "2027-02-01T09:00:00.000Z";
const LATER = "2027-02-01T09:30:00.000Z";

beforeEach(async () => {
  story = await aReportingStory(database.db);
  leader = await story.person("leader", "leadership");
  selects = 0;
  db = database.db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === "RawNode" && node.sqlFragments.join("").includes("json_build_object")) selects += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  rememberPlans(db);
});

const scorecard = (actor = leader, now = NOW, more = {}) => getScorecard(db, actor, now, { planCode: story.planCode, periodKey: "2026", ...more });
const valueOf = async (code: string, now = NOW, actor = leader, more = {}) => {
  const { readings } = (await scorecard(actor, now, more)).scorecard;
  const content = readings.find(({ indicatorId }) => indicatorId === story.indicatorId(code))?.actual.content;
  return content?.kind === "number" ? content.value.toString() : null;
};

const verified = (code: string, value: string, at: string) => aVerifiedValue(database.db, story, code, value, at);

describe("a question asked again", () => {
  it("takes two selects the first time and none after", async () => {
    await scorecard();
    expect(selects).toBe(2);
    await scorecard(leader, LATER);
    await scorecard(leader, LATER, { basis: "current" });
    expect(selects).toBe(2);
  });

  it("takes two selects however many ask at once", async () => {
    await Promise.all([scorecard(), scorecard(), scorecard()]);
    expect(selects).toBe(2);
  });

  it("is computed once, and says when it was asked", async () => {
    const [first, second] = [await scorecard(), await scorecard(leader, LATER)];
    expect(second.scorecard.readings).toBe(first.scorecard.readings);
    expect([first, second].map(({ scorecard: { label } }) => label.knownAt)).toEqual([NOW, LATER]);
  });

  it("of an earlier moment is not answered from a later one", async () => {
    await scorecard(leader, LATER);
    await scorecard(leader, NOW);
    expect(selects).toBe(4);
  });

  it("about another plan or a plan that is not there is another question", async () => {
    expect([await recallPlan(db, "NONE", NOW), await recallPlan(db, "NONE", NOW)]).toEqual([null, null]);
    expect((await recallPlan(db, story.planCode, NOW))?.code).toBe(story.planCode);
    expect(selects).toBe(3);
  });

  it("is asked of the tables where nobody said to remember", async () => {
    const plain = db.withoutPlugins();
    expect(await recallFacts(plain, story.planId, NOW, NOW)).not.toBe(await recallFacts(plain, story.planId, NOW, NOW));
  });
});

describe("what is recorded is seen at once", () => {
  it("a verified value", async () => {
    expect(await valueOf("NUM")).toBeNull();
    await verified("NUM", "12", NOW);
    expect(await valueOf("NUM")).toBe("12");
  });

  it("what a body owes, which the audit does not record", async () => {
    const excluded = async () => (await recallFacts(db, story.planId, NOW, NOW)).obligations.filter((each) => each.excluded).length;
    expect(await excluded()).toBe(0);
    await database.db.updateTable("obligation").set({ state: "excluded", excluded_reason: "suspended" }).where("id", "=", story.owed("NUM")).execute();
    expect(await excluded()).toBe(1);
  });

  it("a value recorded by a clock that runs ahead: when its moment comes, though nothing is recorded then", async () => {
    await verified("NUM", "12", "2027-02-01T09:15:00.000Z");
    expect(await valueOf("NUM", NOW)).toBeNull();
    expect(await valueOf("NUM", LATER)).toBe("12");
  });

  it("also to somebody who asks at that moment while another is still being answered", async () => {
    await verified("NUM", "12", "2027-02-01T09:15:00.000Z");
    expect(await Promise.all([valueOf("NUM", NOW), valueOf("NUM", LATER)])).toEqual([null, "12"]);
  });

  it("and a reading as of an earlier day stays as it was", async () => {
    const asked = { knownAt: "2027-01-31" };
    expect(await valueOf("NUM", NOW, leader, asked)).toBeNull();
    await verified("NUM", "12", NOW);
    expect(await valueOf("NUM", NOW, leader, asked)).toBeNull();
    expect(await valueOf("NUM", NOW)).toBe("12");
  });
});

describe("two readers of one memory", () => {
  it("are each shown their own ceiling, whoever asked first", async () => {
    await verified("SECRET", "7", NOW);
    const reader = await story.person("reader", "reader", null, "public");
    expect([await valueOf("SECRET"), await valueOf("SECRET", NOW, reader), await valueOf("SECRET")]).toEqual(["7", null, "7"]);
    expect(await valueOf("SECRET", NOW, leader, { ceiling: "public" })).toBeNull();
    expect(selects).toBe(2);
  });

  it("cannot change what the other is shown", async () => {
    const facts = await recallFacts(db, story.planId, NOW, NOW);
    expect(() => facts.agencies.reverse()).toThrow(TypeError);
    const { scorecard: { readings } } = await scorecard();
    expect(() => readings.reverse()).toThrow(TypeError);
  });
});

it("forgets what was asked longest ago", async () => {
  const days = Array.from({ length: 13 }, (_, index) => `2026-06-${String(index + 1).padStart(2, "0")}T00:00:00.000Z`);
  for (const day of days) await recallFacts(db, story.planId, day, NOW);
  await recallFacts(db, story.planId, days[12]!, NOW);
  expect(selects).toBe(13);
  await recallFacts(db, story.planId, days[0]!, NOW);
  expect(selects).toBe(14);
});

it("a failed question is not remembered", async () => {
  const broken = database.db.withPlugin({
    transformQuery: ({ node }) => {
      if (selects === 0 && node.kind === "RawNode" && node.sqlFragments.join("").includes("from plan p")) {
        selects += 1;
        throw new Error("connection lost");
      }
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  rememberPlans(broken);
  await expect(recallPlan(broken, story.planCode, NOW)).rejects.toThrow("connection lost");
  expect((await recallPlan(broken, story.planCode, NOW))?.code).toBe(story.planCode);
});
