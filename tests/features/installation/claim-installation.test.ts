import { describe, expect, it } from "vitest";
import { assertInstallation, claimInstallation } from "~/features/installation/claim-installation.server";
import { openDatabase } from "~db/client.server";
import { findInstallation } from "~db/queries/installation";
import { useDatabase } from "../../support/database";

const database = useDatabase();

describe("a database is demo or production from its creation", () => {
  it("the first claim stamps it with a secret; the same claim again changes nothing", async () => {
    await claimInstallation(database.db, "demo");
    const stamp = await findInstallation(database.db);
    expect(stamp).toMatchObject({ kind: "demo" });
    expect(stamp!.signingSecret.length).toBeGreaterThanOrEqual(43);
    await claimInstallation(database.db, "demo");
    expect(await findInstallation(database.db)).toEqual(stamp);
  });

  it.each([
    ["demo", "production", /created for the demo and is refused for production use/],
    ["production", "demo", /created for production and is refused for the demo/],
  ] as const)("one stamped %s is refused as %s", async (stamped, wanted, sentence) => {
    await claimInstallation(database.db, stamped);
    await expect(claimInstallation(database.db, wanted)).rejects.toThrow(sentence);
    await expect(assertInstallation(database.db, wanted)).rejects.toThrow(sentence);
    expect((await findInstallation(database.db))!.kind).toBe(stamped);
  });

  it("a database without any table passes", async () => {
    const { db, close } = await openDatabase({ memory: true });
    try {
      await assertInstallation(db, "production");
    } finally {
      await close();
    }
  });
});
