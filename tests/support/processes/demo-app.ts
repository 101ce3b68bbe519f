import { readFileSync } from "node:fs";
import pino from "pino";
import { demoClock } from "../../../app/cli/demo-clock";
import { openDatabase } from "../../../db/client.server";

/**
 * Run as a process of its own: the production build on a copy of the demo. Arguments: the demo's day, and a dump of
 * the embedded database or an address of PostgreSQL. Says its address once it answers, and what it logs as JSON lines.
 */
const [day, place] = process.argv.slice(2) as [string, string];
const database = await openDatabase(
  place.startsWith("postgres") ? { url: place } : { memory: true, dump: new Blob([readFileSync(place)]) },
);
process.env.NODE_ENV = "production";
const { startServer } = await import("../../../app/web/server");
const server = await startServer({ db: database.db, port: 0, clock: demoClock(day), mode: "production", log: pino({ level: "warn" }) });
process.stdout.write(`Ready at ${server.url}\n`);
process.once("SIGTERM", () => void server.close().then(database.close));
