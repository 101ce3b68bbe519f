import { randomBytes } from "node:crypto";
import type { Db } from "~db/client.server";
import { findInstallation, insertInstallation, type InstallationKind } from "~db/queries/installation";

/** Demo data never mixes with the real thing: a database is one or the other from its creation. */
export class WrongInstallation extends Error {
  constructor(readonly found: InstallationKind) {
    super(
      found === "demo"
        ? "This database was created for the demo and is refused for production use; choose another DATABASE_URL or DATA_DIR."
        : "This database was created for production and is refused for the demo; choose another DATA_DIR.",
    );
    this.name = "WrongInstallation";
  }
}

/** Throws WrongInstallation when the database is stamped as the other kind; an unstamped one passes. Works before migration. */
export async function assertInstallation(db: Db, wanted: InstallationKind): Promise<void> {
  const found = await findInstallation(db);
  if (found && found.kind !== wanted) throw new WrongInstallation(found.kind);
}

/** Stamps a migrated database that has no stamp yet, with a signing secret of its own; else as assertInstallation. */
export async function claimInstallation(db: Db, wanted: InstallationKind): Promise<void> {
  if (!(await findInstallation(db))) {
    await insertInstallation(db, { kind: wanted, signingSecret: randomBytes(48).toString("base64url") });
  }
  await assertInstallation(db, wanted);
}
