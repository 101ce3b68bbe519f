import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "~/domain/permissions";
import { getIndicator } from "~/features/indicator/get-indicator.server";
import { readFilters } from "~/features/plan/plan-filters";
import { getMeasure } from "~/features/plan/get-measure.server";
import { getPlanTree } from "~/features/plan/get-plan-tree.server";
import { toCsv } from "~/features/report/to-csv";
import { wordsOf } from "~/i18n/translate";
import { useDatabase } from "../../support/database";
import { DEMO_NOW, demoActor, demoPlans } from "../../support/demo-reading";

const database = useDatabase({ once: demoPlans });
const PLAN = "IBM-DEMO-2030";
const words = wordsOf("en");
let restricted: { measures: string[]; indicators: string[]; title: string };
const actors: Record<string, Actor> = {};

beforeAll(async () => {
  for (const login of ["reader", "leadership", "coordinator"]) actors[login] = await demoActor(database.db, login);
  const measures = await database.db.selectFrom("measure_version").select(["measure_id", "code_printed", "title_en"]).where("access", "=", "restricted").distinct().execute();
  const indicators = await database.db.selectFrom("indicator_version").select("code_printed")
    .where((eb) => eb.or([eb("access", "=", "restricted"), eb("measure_id", "in", measures.map(({ measure_id }) => measure_id))])).distinct().execute();
  restricted = { measures: measures.map(({ code_printed }) => code_printed), indicators: indicators.map(({ code_printed }) => code_printed), title: measures[0]?.title_en ?? "" };
});

const actor = (login: string) => actors[login] as Actor;
const tree = (login: string, query = "") => getPlanTree(database.db, actor(login), DEMO_NOW, { code: PLAN, filters: readFilters(new URLSearchParams(query)), words });

describe("what lies above a reader's ceiling is nowhere (rule 18)", () => {
  test("the demonstration has restricted parts, and the coordinator sees them", async () => {
    expect(restricted.measures.length).toBeGreaterThan(0);
    const { view, table } = await tree("coordinator");
    expect(JSON.stringify(view.nodes)).toContain(`"${restricted.measures[0]}"`);
    expect(toCsv(table, "n")).toContain(restricted.measures[0]);
  });

  test.each(["reader", "leadership"])("the tree, its counts and its file as %s", async (login) => {
    const [all, own] = [await tree("coordinator"), await tree(login)];
    expect(all.view.counts.all.measures - own.view.counts.all.measures).toBeGreaterThanOrEqual(restricted.measures.length);
    for (const text of [JSON.stringify(own.view), toCsv(own.table, "n")]) {
      for (const code of [...restricted.measures, ...restricted.indicators]) expect(text).not.toMatch(new RegExp(`${code.replaceAll(".", "\\.")}(?![.0-9])`));
    }
  });

  test("a search for it finds nothing below the ceiling", async () => {
    const query = `q=${encodeURIComponent(restricted.title)}`;
    expect((await tree("coordinator", query)).view.counts.shown.measures).toBeGreaterThan(0);
    expect((await tree("leadership", query)).view.counts.shown).toEqual({ measures: 0, indicators: 0 });
  });

  test("its pages are not there, the same as one that never was", async () => {
    const missing = { code: "not_found" };
    const page = (login: string, code: string) => getMeasure(database.db, actor(login), DEMO_NOW, { planCode: PLAN, code, period: null, words });
    await expect(page("coordinator", restricted.measures[0] ?? "")).resolves.toMatchObject({ view: { access: "restricted" } });
    await expect(page("leadership", restricted.measures[0] ?? "")).rejects.toMatchObject(missing);
    await expect(page("leadership", "SO9.M9")).rejects.toMatchObject(missing);
    await expect(getIndicator(database.db, actor("leadership"), DEMO_NOW, { planCode: PLAN, code: restricted.indicators[0] ?? "", words })).rejects.toMatchObject(missing);
  });

  test("reading a restricted measure is on record", async () => {
    const acts = () => database.db.selectFrom("audit_entry").select("detail").where("action", "=", "read_restricted").execute();
    const before = (await acts()).length;
    await getMeasure(database.db, actor("coordinator"), DEMO_NOW, { planCode: PLAN, code: restricted.measures[0] ?? "", period: null, words });
    const after = await acts();
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)?.detail).toEqual({ plan: PLAN, measure: restricted.measures[0] });
  });

  test("a public indicator beside an internal one says neither its weight nor that weights do not add up", async () => {
    const passport = async (login: string) => (await getIndicator(database.db, actor(login), DEMO_NOW, { planCode: PLAN, code: "SO1.M1.I1", words })).view.passport;
    expect((await passport("coordinator")).rows.map(({ label }) => label)).toContain("Weight in the measure");
    const seen = await passport("reader");
    expect(seen.rows.map(({ label }) => label)).not.toContain("Weight in the measure");
    expect(seen.warnings.join(" ")).not.toContain("weights");
  });

  test("a value that waits is not shown to a reader, nor called not reported", async () => {
    const page = async (login: string) => getIndicator(database.db, actor(login), DEMO_NOW, { planCode: PLAN, code: "SO1.M1.I1", words });
    const [all, own] = [await page("coordinator"), await page("reader")];
    expect(all.view.figures[1]?.value).toBe("53.5%");
    expect(own.view.figures[1]).toMatchObject({ value: "—", caption: "a submitted value awaits verification" });
    expect(JSON.stringify(own)).not.toContain("53.5");
    expect([own.view.series.gaps, own.table.rows[0]]).toMatchObject([[], { state: { value: "submitted" }, reason: null, flag: { value: "V" } }]);
  });
});
