import { cpus, totalmem, type } from "node:os";
import { sql } from "kysely";
import type { Db } from "~db/client.server";

/** What a figure was measured on; no name of a host or a person. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  postgresql: string;
  /** day of the run, by the database's clock */
  on: string;
}

export async function describeMachine(db: Db): Promise<Machine> {
  const { rows } = await sql<{ version: string; on: string }>`
    select current_setting('server_version') as version, to_char(now() at time zone 'UTC', 'YYYY-MM-DD') as "on"`.execute(db);
  return {
    processor: cpus()[0]?.model.replace(/\s+/g, " ").trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: type(),
    node: process.version,
    postgresql: rows[0]?.version.split(" ")[0] ?? "unknown",
    on: rows[0]?.on ?? "",
  };
}

export const machineLine = ({ processor, cores, memoryGb, system, node, postgresql, on }: Machine): string =>
  `${on} · ${processor}, ${cores} cores, ${memoryGb} GB, ${system} · Node ${node} · PostgreSQL ${postgresql}, same machine`;
