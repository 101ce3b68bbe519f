import type { Kysely } from "kysely";
import type { LocalText } from "~/domain/facts";
import type { DB } from "../schema";

export interface ComponentName {
  code: string;
  name: LocalText;
  /** a pillar of the national model; the European components have one of the same name */
  isPillar: boolean;
}

/** Components and pillars of integrated border management, in list order. */
export async function listComponents(db: Kysely<DB>): Promise<ComponentName[]> {
  const rows = await db.selectFrom("component").select(["code", "kind", "name_uk", "name_en"]).orderBy("kind").orderBy("position").execute();
  return rows.map((row) => ({ code: row.code, name: { uk: row.name_uk, en: row.name_en }, isPillar: row.kind === "ibm_pillar" }));
}
