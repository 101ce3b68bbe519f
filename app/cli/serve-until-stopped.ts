import type pino from "pino";
import { runInProduction } from "~/env.server";
import type { RunningServer, ServerOptions } from "~/web/server";
import type { OpenDatabase } from "~db/client.server";
import { type Cli, DONE, type ExitCode } from "./cli";
import { spareMemory } from "./spare-memory";

interface Serving {
  database: OpenDatabase;
  clock: () => string;
  log: pino.Logger;
  /** called once, when requests are answered */
  ready(server: RunningServer): void;
}

/**
 * Serves until SIGTERM or SIGINT, then lets requests under way end, closes the database and frees its folder.
 * A second signal ends at once.
 */
export async function serveUntilStopped(cli: Cli, serving: Serving): Promise<ExitCode> {
  const options: ServerOptions = {
    db: serving.database.db,
    host: cli.env.HOST,
    port: cli.env.PORT,
    clock: serving.clock,
    mode: "production",
    log: serving.log,
    trustProxy: cli.env.TRUSTED_PROXIES > 0 ? cli.env.TRUSTED_PROXIES : false,
  };
  try {
    runInProduction();
    spareMemory();
    // loaded after the mode is set, and only by the verbs that serve
    const { startServer } = await import("~/web/server");
    const server = await startServer(options);
    const stopped = nextSignal();
    serving.ready(server);
    const signal = await stopped;
    cli.err(`${signal}: finishing the requests under way.`);
    await server.close();
  } finally {
    await serving.database.close();
  }
  return DONE;
}

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, () => {
        // once more means now
        process.once(signal, () => process.exit(1));
        resolve(signal);
      });
    }
  });
}
