import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "~/cli/build-if-stale";
import { machineClock } from "~/cli/demo-clock";
import { kyivDateOf } from "~/domain/dates";
import { ROUTE_RULES } from "~/web/route-rules";
import { RUNNING_PLAN } from "../seeds/demo/plan-2030";
import { signedIn } from "../tests/support/http-person";
import { type ServerProcess, startProcess } from "./child";
import type { BenchDatabase, BenchDatabases } from "./database";
import { CLIENTS, load } from "./load";
import { describeMachine } from "./machine";
import { embeddedMemory, memoryAfterLoad } from "./memory";
import type { BenchOptions } from "./options";
import { type PagesReport, ratesOf, sharesOf, type Target, type TargetName } from "./targets";

const WARM_SECONDS = 2;

/** Servers one beside the other, each put under load alone, in turn, round after round. */
export async function benchPages(databases: BenchDatabases, { rounds, seconds }: BenchOptions, say: (line: string) => void): Promise<PagesReport> {
  await buildIfStale();
  const today = kyivDateOf(machineClock());
  const database = await databases.makeDemo(today);
  const servers: ServerProcess[] = [];
  const start = async (args: string[], env: Record<string, string> = {}) => {
    const server = await startProcess(args, env);
    servers.push(server);
    return server;
  };
  const folder = mkdtempSync(join(tmpdir(), "ibm-bench-pages-"));
  try {
    const ours = await start(["build/cli/main.js", "serve"], { DATABASE_URL: database.url, PORT: "0", HOST: "127.0.0.1" });
    const bare = await start(["--import", "tsx", "bench/servers/bare.ts", database.url]);
    const cookie = { Cookie: (await signedIn(ours.url, "leadership")).cookies() };
    const pages = await ourPages(ours.url, cookie, today, database);
    const files = pages.map(({ html }, index) => {
      const file = join(folder, `${index}.html`);
      writeFileSync(file, html);
      return file;
    });
    const equal = await start(["--import", "tsx", "bench/servers/equal-page.ts", database.url, ...files]);
    const targets: Target[] = [
      { name: "bare", url: `${bare.url}/`, headers: {} },
      { name: "bare health", url: `${bare.url}/health`, headers: {} },
      { name: "health", url: `${ours.url}/readyz`, headers: {} },
      ...pages.flatMap(({ name, url }, index): Target[] => [
        { name, url, headers: cookie },
        { name: `${name} as a bare page`, url: `${equal.url}/${index}`, headers: {} },
      ]),
      ...(await publicPage(ours.url, database)),
    ];
    const bytes = await bytesOf(targets);
    const results = new Map<TargetName, Awaited<ReturnType<typeof load>>[]>(targets.map(({ name }) => [name, []]));
    for (const { url, headers } of targets) await load(url, headers, Math.min(WARM_SECONDS, seconds));
    for (let round = 1; round <= rounds; round += 1) {
      for (const { name, url, headers } of targets) {
        const result = await load(url, headers, seconds);
        results.get(name)?.push(result);
        say(`round ${round} of ${rounds}: ${name}, ${Math.round(result.perSecond)} a second`);
      }
    }
    const memory = [...(await memoryAfterLoad("postgresql", ours, seconds, say)), ...(await embeddedMemory(today, seconds, say))];
    return { machine: await describeMachine(database.db), rounds, seconds, clients: CLIENTS, bytes, rates: ratesOf(results), shares: sharesOf(results), memory };
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type OurPage = "scorecard" | "overview";

async function ourPages(origin: string, headers: Record<string, string>, today: string, { db }: BenchDatabase): Promise<{ name: OurPage; url: string; html: string }[]> {
  const { code } = await db.selectFrom("plan").select("code").where("code", "=", RUNNING_PLAN).executeTakeFirstOrThrow();
  const names = (["scorecard", "overview"] as const).filter((name) => `/plans/:plan/${name}/:period` in ROUTE_RULES);
  return Promise.all(names.map(async (name) => {
    const url = `${origin}/plans/${code}/${name}/${today.slice(0, 4)}`;
    const response = await fetch(url, { headers, redirect: "manual" });
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    return { name, url, html: await response.text() };
  }));
}

/** The first page of the last released edition, compressed as every browser asks for it. */
async function publicPage(origin: string, { db }: BenchDatabase): Promise<Target[]> {
  const page = await db.selectFrom("edition_page").innerJoin("edition", "edition.id", "edition_page.edition_id").select("address")
    .where("media_type", "like", "text/html%").orderBy("released_at", "desc").orderBy("position").limit(1).executeTakeFirst();
  return page ? [{ name: "public page", url: `${origin}/public/${page.address}`, headers: { "Accept-Encoding": "gzip" } }] : [];
}

async function bytesOf(targets: readonly Target[]): Promise<Record<string, number>> {
  const sizes = targets.map(async ({ name, url, headers }) => [name, Buffer.byteLength(await (await fetch(url, { headers })).text())] as const);
  return Object.fromEntries(await Promise.all(sizes));
}
