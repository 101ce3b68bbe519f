/**
 * The same walk where there is something to see: every address of the demo story, opened by an account of every role and clearance. What an
 * account may not see answers as what is not there; restricted parts open only to those cleared for them.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/domain/permissions";
import { may } from "~/domain/permissions";
import { actorOf } from "~/features/account/actor";
import { getScoringMeasure } from "~/features/scoring/get-scoring-measure.server";
import { getScoringQueue } from "~/features/scoring/get-scoring-queue.server";
import { scoreMeasure } from "~/features/scoring/score-measure.server";
import { wordsOf } from "~/i18n/translate";
import { ROUTE_RULES } from "~/web/route-rules";
import { findSession } from "~db/queries/sessions";
import { sha256Hex } from "~/web/digest";
import { seedDemo } from "../../seeds/run";
import { routeFiles, testApp, type TestApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aSession } from "../support/people";

const clock = aClock("2026-11-25T08:00:00.000Z");
const database = useDatabase({
  once: async (db) => {
    await anInstallation(db);
    await seedDemo(db, { today: "2026-11-25", withPages: false });
  },
});

interface Somebody {
  login: string;
  actor: Actor;
  cookies: string;
}
let app: TestApp;
const people: Somebody[] = [];
const codes = { plan: "", node: "", measure: "", fundedPlan: "", fundedMeasure: "", indicator: "", restrictedMeasure: "", deepPlan: "", parentNode: "", edition: "", editionPlan: "" };
const ids = { obligation: "", submission: "", measurement: "", evidence: "", verdict: "", edition: "", account: "" };

const one = async (query: ReturnType<typeof sql<{ found: string }>>): Promise<string> => {
  const found = (await query.execute(database.db)).rows[0]?.found;
  if (found === undefined) throw new Error("the demo story lacks what this test opens");
  return found;
};

beforeAll(async () => {
  app = testApp(database.db, clock);
  const kinds = new Set<string>(); // one account of each: the others would open the same pages
  for (const { id, login } of await database.db.selectFrom("user_account").select(["id", "login"]).orderBy("login").execute()) {
    const { cookies, token } = await aSession(database.db, clock.now(), id);
    const session = await findSession(database.db, sha256Hex(token), clock.now());
    if (session === null) continue;
    const actor = actorOf(session);
    const kind = JSON.stringify([actor.grants.map(({ role }) => role), actor.ceiling]);
    if (!kinds.has(kind)) people.push({ login, cookies, actor });
    kinds.add(kind);
  }
  codes.plan = await one(sql`select code as found from plan where starts_on = '2026-01-01'`);
  const inPlan = sql`join plan_version v on v.id = x.plan_version_id join plan p on p.id = v.plan_id where p.code = ${codes.plan} and x.access = 'public'`;
  codes.node = await one(sql`select code_printed as found from node_version x ${inPlan} order by depth desc limit 1`);
  codes.measure = await one(sql`select code_printed as found from measure_version x ${inPlan} limit 1`);
  codes.indicator = await one(sql`select x.code_printed as found from indicator_version x ${inPlan}
    and not exists (select from measure_version m where m.plan_version_id = x.plan_version_id and m.measure_id = x.measure_id and m.access <> 'public') limit 1`);
  [codes.fundedPlan = "", codes.fundedMeasure = ""] = (await one(sql`select p.code || ' ' || x.code_printed as found from measure_version x
    join measure_funding f on f.plan_version_id = x.plan_version_id and f.measure_id = x.measure_id
    join plan_version v on v.id = x.plan_version_id join plan p on p.id = v.plan_id where x.access = 'public' and f.kind = 'planned' limit 1`)).split(" ");
  [codes.deepPlan = "", codes.parentNode = ""] = (await one(sql`select p.code || ' ' || x.code_printed as found from node_version x
    join node_version child on child.plan_version_id = x.plan_version_id and child.parent_id = x.node_id
    join plan_version v on v.id = x.plan_version_id join plan p on p.id = v.plan_id limit 1`)).split(" ");
  codes.restrictedMeasure = await one(sql`select code_printed as found from measure_version x join plan_version v on v.id = x.plan_version_id
    join plan p on p.id = v.plan_id where p.code = ${codes.plan} and x.access = 'restricted' limit 1`);
  const bodies = people.flatMap(({ actor }) => actor.grants.flatMap(({ role, agencyId }) => (role === "focal_point" && agencyId !== null ? [agencyId] : [])));
  ids.obligation = await one(sql`select o.id as found from obligation o where state = 'open' and agency_id in (${sql.join(bodies)}) order by due_on desc limit 1`);
  ids.submission = await one(sql`select id as found from submission limit 1`);
  ids.measurement = await one(sql`select measurement_id as found from measurement_version where access = 'public' limit 1`);
  ids.evidence = await anEvidenceFile();
  ids.verdict = await aDraftVerdict();
  // one that corrects another has every table
  codes.edition = await one(sql`select code as found from edition where changes is not null limit 1`);
  codes.editionPlan = await one(sql`select p.code as found from edition e join plan p on p.id = e.plan_id where e.code = ${codes.edition}`);
  ids.edition = await one(sql`select id as found from edition where code = ${codes.edition}`);
  ids.account = await one(sql`select id as found from user_account where login = 'reader'`);
});

/** The story has links and documents only: a file beside one of its public values, as an upload leaves it. */
async function anEvidenceFile(): Promise<string> {
  const body = Buffer.from("an act, scanned");
  const digest = createHash("sha256").update(body).digest("hex");
  await database.db.insertInto("content").values({ digest, body, media_type: "application/pdf", size_bytes: body.length }).execute();
  const titleDigest = await one(sql`select title_digest as found from evidence where title_digest is not null limit 1`);
  const version = await database.db.selectFrom("measurement_version").select(["no", "author_id"]).where("measurement_id", "=", ids.measurement).where("no", "=", 1).executeTakeFirstOrThrow();
  const { id } = await database.db.insertInto("evidence")
    .values({ measurement_id: ids.measurement, no: version.no, kind: "file", file_digest: digest, title_digest: titleDigest, declared_unrestricted: true, recorded_by: version.author_id })
    .returning("id").executeTakeFirstOrThrow();
  return id;
}

/** A draft of an evaluator who may judge a measure of the story, in the round of its first year. */
async function aDraftVerdict(): Promise<string> {
  for (const { actor } of people.filter((person) => may(person.actor, "score_measure"))) {
    const round = { planCode: codes.plan, periodKey: "2026" };
    const [first] = (await getScoringQueue(database.db, actor, clock.now(), { plan: round.planCode, period: round.periodKey }, wordsOf("uk")))?.rows ?? [];
    if (first === undefined) continue;
    const asked = { ...round, code: first.code };
    const { view } = await getScoringMeasure(database.db, actor, clock.now(), { ...asked, executor: null }, wordsOf("uk"));
    const [id] = await scoreMeasure(database.db, actor, clock.now(), {
      ...asked, executor: view.executors.find(({ role }) => role === "lead")?.code ?? "", seen: view.seen, suggestedSeen: view.suggestion.status ?? "", status: view.suggestion.status ?? "in_progress",
      grade: "none", text: "-", differsReason: "", legalBasis: "-", from: "2026-01-01", to: null, amendmentId: null, sources: [], declaredUnrestricted: true, idemKey: "a-draft-of-the-test",
    });
    if (id !== undefined) return id;
  }
  throw new Error("nobody may judge anything of the demo story");
}

/** Address of something real under a pattern. */
function example(pattern: string): string {
  if (pattern.endsWith("/funding.csv")) return `/plans/${codes.fundedPlan}/measures/${codes.fundedMeasure}/funding.csv`;
  if (pattern.endsWith("/parts.csv")) return `/plans/${codes.deepPlan}/nodes/${codes.parentNode}/parts.csv`;
  if (pattern.includes("/bridge")) return `${pattern.replace(":plan", codes.editionPlan)}?to_edition=${codes.edition}`;
  const period = pattern.includes("scorecard") || pattern.includes("overview") || pattern.startsWith("/scoring") ? "2026" : "";
  const code = pattern.startsWith("/editions") ? codes.edition : pattern.includes("/nodes/") ? codes.node : pattern.includes("/measures/") ? codes.measure : codes.indicator;
  const id = pattern.startsWith("/obligations") ? ids.obligation : pattern.startsWith("/submissions") ? ids.submission : pattern.startsWith("/evidence") ? ids.evidence : pattern.startsWith("/verdicts") ? ids.verdict : pattern.includes("/editions/") ? ids.edition : ids.account;
  return pattern.replace(":plan", codes.plan).replace(":period", period).replace(":code", code).replace(":measurementId", ids.measurement).replace(":measure", codes.measure).replace(":id", id);
}

const patterns = routeFiles.map(({ address }) => address).filter((address) => {
  const load = ROUTE_RULES[address]?.load;
  return load !== undefined && load !== "signed_in" && !("open" in Object(load));
});

describe.each(patterns)("%s", (pattern) => {
  it("opens to somebody who may, and is nothing to whoever may not", async () => {
    const load = ROUTE_RULES[pattern]?.load;
    if (!Array.isArray(load)) throw new Error("a rule by action");
    const opened: string[] = [];
    const wrong: string[] = [];
    for (const { login, actor, cookies } of people) {
      const { status } = await app.get(example(pattern), { cookies });
      if (status >= 500 || (status < 400 && !load.some((action) => may(actor, action)))) wrong.push(`${login}: ${status}`);
      if (status < 400) opened.push(login);
    }
    expect(wrong).toEqual([]);
    expect(opened, `nobody could open ${example(pattern)}`).not.toEqual([]);
  });
});

describe("a restricted measure", () => {
  const cleared = ({ actor }: Somebody) => actor.ceiling === "restricted" && may(actor, "view_restricted");

  it("is nothing to whoever is not cleared: on its page, in the tree, in search and in files", async () => {
    const uncleared = people.filter((person) => may(person.actor, "view_plan") && !cleared(person));
    expect(uncleared.length).toBeGreaterThan(1);
    for (const { cookies, login } of uncleared) {
      expect([login, (await app.get(`/plans/${codes.plan}/measures/${codes.restrictedMeasure}`, { cookies })).status]).toEqual([login, 404]);
      for (const path of [`/plans/${codes.plan}`, `/plans/${codes.plan}?q=${codes.restrictedMeasure}`, `/plans/${codes.plan}/tree.csv`]) {
        const text = await (await app.get(path, { cookies })).text();
        expect(text, `${login} at ${path}`).not.toMatch(new RegExp(`/measures/${codes.restrictedMeasure.replaceAll(".", "\\.")}["?]`));
      }
    }
  });

  it("opens to somebody cleared for it, and the reading is recorded", async () => {
    const readers: string[] = [];
    for (const { cookies, login } of people.filter(cleared)) {
      if ((await app.get(`/plans/${codes.plan}/measures/${codes.restrictedMeasure}`, { cookies })).status === 200) readers.push(login);
    }
    expect(readers).not.toEqual([]);
    const acts = await database.db.selectFrom("audit_entry").select("action").where("action", "like", "read_restricted%").execute();
    expect(acts.length).toBeGreaterThanOrEqual(readers.length);
  });
});
