import { openDatabase } from "../../../db/client.server";
import { migrate } from "../../../db/migrate.server";
import { addVersion, aMeasurement, aUser } from "../rows";

/**
 * Run as a process of its own on a data folder: adds one version of a value after another and says each number once
 * it is committed, until somebody kills it.
 */
const { db } = await openDatabase({ dataDir: process.argv[2]!, what: "a test that writes" });
await migrate(db);
const author = await aUser(db);
const { measurementId } = await aMeasurement(db);
process.stdout.write("ready\n");
for (let no = 1; ; no += 1) {
  await addVersion(db, measurementId, author, { baseNo: no === 1 ? null : no - 1, narrative: `Entry ${no}` });
  process.stdout.write(`${no}\n`);
}
