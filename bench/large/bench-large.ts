import { performance } from "node:perf_hooks";
import { CompiledQuery } from "kysely";
import { machineClock } from "~/cli/demo-clock";
import { kyivDateOf } from "~/domain/dates";
import type { Actor } from "~/domain/permissions";
import { answerOf, getScorecardFacts } from "~/features/scorecard/get-scorecard.server";
import type { Db } from "~db/client.server";
import { RUNNING_PLAN } from "../../seeds/demo/plan-2030";
import type { BenchDatabase, BenchDatabases } from "../database";
import { describeMachine, type Machine, machineLine } from "../machine";
import { median, printed } from "../numbers";
import type { BenchOptions } from "../options";
import { markdownTable } from "../tables";
import { castOf } from "./cast";
import { copyTables } from "./copy-rows";
import { codeOf, planTables } from "./plan-rows";
import { reportTables } from "./report-rows";
import { KNOWN_AT, PERIOD, type Shape, shapeOf } from "./shape";

/** A scorecard in the large database takes at most so many times what it takes on the demo's. */
const MOST = 2;
/** Plans asked one after the other, each once, so that nothing of it is at hand; the first few warm the program up. */
const ASKED = 25;
const WARM = 5;

interface Times {
  facts: number;
  compute: number;
  all: number;
}

export interface LargeReport {
  machine: Machine;
  scale: number;
  shape: Shape;
  /** milliseconds, the middle one of many */
  demo: Times;
  large: Times;
  ratio: number;
  isKept: boolean;
  loadMinutes: number;
  plans: { question: string; plan: string }[];
}

const LEADER: Actor = { userId: "00000000-0000-4000-8000-000000000000", grants: [{ role: "leadership", agencyId: null }], ceiling: "restricted" };

export async function benchLarge(databases: BenchDatabases, { scale }: BenchOptions, say: (line: string) => void): Promise<LargeReport> {
  const now = machineClock();
  const demo = await databases.makeDemo(kyivDateOf(now));
  const large = await databases.make("large");
  const shape = shapeOf(scale);
  const startedAt = performance.now();
  const cast = await castOf(large.db);
  await copyTables(large.url, [...planTables(shape, cast), ...reportTables(shape, cast)], say);
  const loadMinutes = (performance.now() - startedAt) / 60_000;

  const times: { demo: Times[]; large: Times[] } = { demo: [], large: [] };
  for (let asked = 0; asked < WARM + ASKED; asked += 1) {
    const one = await timed(demo, RUNNING_PLAN, kyivDateOf(now).slice(0, 4), now);
    const other = await timed(large, codeOf(Math.floor((asked / (WARM + ASKED)) * shape.plans)), PERIOD, KNOWN_AT);
    if (asked < WARM) continue;
    times.demo.push(one);
    times.large.push(other);
  }
  const [ofDemo, ofLarge] = [middle(times.demo), middle(times.large)];
  const ratio = ofLarge.all / ofDemo.all;
  return {
    machine: await describeMachine(large.db), scale, shape, demo: ofDemo, large: ofLarge, ratio, isKept: ratio <= MOST, loadMinutes,
    plans: await queryPlans(large.db, codeOf(Math.floor(shape.plans / 2))),
  };
}

/** Facts read from the tables and figures computed from them, as for somebody who asks first. */
async function timed({ db }: BenchDatabase, planCode: string, periodKey: string, now: string): Promise<Times> {
  const from = performance.now();
  const facts = await getScorecardFacts(db, LEADER, now, { planCode, periodKey });
  const between = performance.now();
  answerOf(facts);
  const to = performance.now();
  return { facts: between - from, compute: to - between, all: to - from };
}

function middle(times: readonly Times[]): Times {
  const of = (name: keyof Times) => median(times.map((time) => time[name]));
  return { facts: of("facts"), compute: of("compute"), all: of("all") };
}

/** How the database answers the two selects of a scorecard. */
async function queryPlans(db: Db, planCode: string): Promise<LargeReport["plans"]> {
  const asked: CompiledQuery[] = [];
  const listening = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      asked.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  await getScorecardFacts(listening, LEADER, KNOWN_AT, { planCode, periodKey: PERIOD });
  const questions = ["The plan with its versions (`findPlan`)", "What was known of it (`getPlanFacts`)"];
  return Promise.all(asked.map(async ({ sql, parameters }, index) => {
    const explained = await db.executeQuery<Record<"QUERY PLAN", string>>(CompiledQuery.raw(`explain (analyze, costs off, timing off, summary off) ${sql}`, [...parameters]));
    return { question: questions[index] ?? "", plan: explained.rows.map((row) => row["QUERY PLAN"]).join("\n") };
  }));
}

export function largeTables(report: LargeReport): { performance: Record<string, string>; queryPlans: Record<string, string> } {
  const { shape, demo, large } = report;
  const row = (what: string, { facts, compute, all }: Times) => [what, printed(facts), printed(compute), printed(all)];
  const table = markdownTable(["scorecard of one plan, nothing kept", "facts read, ms", "computed, ms", "together, ms"], [
    row("on the demo's data", demo),
    row(`among ${shape.tasks.toLocaleString("en")} tasks, ${shape.measures.toLocaleString("en")} measures, ${shape.indicators.toLocaleString("en")} indicators, ${shape.versions.toLocaleString("en")} versions of measurements`, large),
  ]);
  const verdict = `${printed(report.ratio)} times the demo's (at most ${MOST}: ${report.isKept ? "kept" : "not kept"}); ${shape.plans.toLocaleString("en")} plans, loaded by COPY in ${printed(report.loadMinutes)} minutes.`;
  const plans = report.plans.map(({ question, plan }) => `## ${question}\n\n\`\`\`\n${plan}\n\`\`\``).join("\n\n");
  return { performance: { large: `${machineLine(report.machine)}\n\n${table}\n\n${verdict}` }, queryPlans: { plans: `${machineLine(report.machine)}\n\n${plans}` } };
}
