import { benchServer, runInProduction } from "~/env.server";
import { BenchDatabases } from "./database";
import { machineLine } from "./machine";
import { BenchMisuse, readOptions } from "./options";
import { memoryTable, ratesTable, sharesTable } from "./tables";
import { writeBetween } from "./write-docs";

/** `npm run bench`: says what goes on to standard error, and its tables and then the figures as JSON to standard output. */
async function main(args: string[]): Promise<void> {
  const options = readOptions(args);
  const server = benchServer();
  if (!server) throw new BenchMisuse("The bench makes databases of its own on a PostgreSQL server and drops them: name one in DATABASE_URL or TEST_DATABASE_URL.");
  runInProduction();
  const databases = new BenchDatabases(server);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void databases.dropAll().finally(() => process.exit(1)));
  try {
    if (options.what === "large") {
      const { benchLarge, largeTables } = await import("./large/bench-large");
      const report = await benchLarge(databases, options, say);
      const tables = largeTables(report);
      print(Object.values(tables.performance), report);
      if (options.writes) writeBetween("docs/performance.md", tables.performance);
      if (options.writes) writeBetween("docs/query-plans.md", tables.queryPlans);
      return;
    }
    const { benchPages } = await import("./pages");
    const report = await benchPages(databases, options, say);
    const run = `${machineLine(report.machine)} · ${report.clients} clients, ${report.rounds} rounds of ${report.seconds} s`;
    const parts = { run, rates: ratesTable(report), shares: sharesTable(report), memory: memoryTable(report) };
    print(Object.values(parts), report);
    if (options.writes) writeBetween("docs/performance.md", parts);
  } finally {
    await databases.dropAll();
  }
}

function print(tables: readonly string[], report: unknown): void {
  process.stdout.write(`${tables.join("\n\n")}\n\n${JSON.stringify(report, null, 2)}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BenchMisuse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
