import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RUNNING_PLAN } from "../seeds/demo/plan-2030";
import { signedIn } from "../tests/support/http-person";
import { type ServerProcess, startProcess } from "./child";
import { load } from "./load";

/** What a server may hold in MB after a load run. */
const MOST = { postgresql: 250, embedded: 450 };

export interface Memory {
  where: keyof typeof MOST;
  readyMs: number;
  after: number;
  peak: number;
  most: number;
}

/** Pages of every kind, kept in memory or drawn for each request. */
const PAGES = ["/", "/plans", `/plans/${RUNNING_PLAN}`, `/plans/${RUNNING_PLAN}/measures/SO4.M3`, `/plans/${RUNNING_PLAN}/indicators/SO4.M3.I1`, "/board"];

/** What a server holds right after these pages were under load, by its own process. */
export async function memoryAfterLoad(where: keyof typeof MOST, server: ServerProcess, seconds: number, say: (line: string) => void): Promise<Memory[]> {
  for (const login of ["leadership", "coordinator"]) {
    const cookies = (await signedIn(server.url, login)).cookies();
    for (const page of PAGES) {
      if (login === "leadership" && page === "/board") continue; // of those who run the rounds
      await load(server.url + page, { Cookie: cookies }, seconds);
    }
    say(`memory, ${where}: pages of the ${login} were under load`);
  }
  const read = server.memory();
  return read ? [{ where, readyMs: Math.round(server.readyMs), after: read.now, peak: read.peak, most: MOST[where] }] : [];
}

/** The demo on the embedded database, in a folder of its own that is removed. */
export async function embeddedMemory(today: string, seconds: number, say: (line: string) => void): Promise<Memory[]> {
  const folder = mkdtempSync(join(tmpdir(), "ibm-bench-embedded-"));
  const start = () => startProcess(["build/cli/main.js", "demo"], { DATA_DIR: join(folder, "data"), DEMO_TODAY: today, PORT: "0", HOST: "127.0.0.1", DATABASE_URL: "" });
  try {
    await (await start()).stop(); // the first start writes the story
    const server = await start();
    try {
      return await memoryAfterLoad("embedded", server, seconds, say);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
