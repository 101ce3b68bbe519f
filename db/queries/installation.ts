import type { Db } from "../client.server";

export type InstallationKind = "demo" | "production";

export interface Installation {
  kind: InstallationKind;
  /** base of the tokens that writing forms carry */
  signingSecret: string;
  /** SHA-256 of the one-time code of the first-run page, null once used or never needed */
  setupCodeHash: string | null;
}

/** The stamp given at creation, or null on a database that has none yet (also before the first migration). */
export async function findInstallation(db: Db): Promise<Installation | null> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === "installation")) return null;
  const row = await db.selectFrom("installation").selectAll().executeTakeFirst();
  return row ? { kind: row.kind as InstallationKind, signingSecret: row.signing_secret, setupCodeHash: row.setup_code_hash } : null;
}

export async function getSigningSecret(db: Db): Promise<string> {
  return (await db.selectFrom("installation").select("signing_secret").executeTakeFirstOrThrow()).signing_secret;
}

/** Stamps a database once; when two processes start together the first stamp stays. */
export async function insertInstallation(db: Db, stamp: { kind: InstallationKind; signingSecret: string }): Promise<void> {
  await db
    .insertInto("installation")
    .values({ kind: stamp.kind, signing_secret: stamp.signingSecret })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** Replaces the one-time code of the first-run page; null ends it. */
export async function setSetupCodeHash(db: Db, hash: string | null): Promise<void> {
  await db.updateTable("installation").set({ setup_code_hash: hash }).execute();
}
