import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { generate, PostgresDialect } from "kysely-codegen";
import { type Db, openDatabase } from "./client.server";
import { migrate } from "./migrate.server";

/**
 * `npm run db:types`: writes db/schema.ts from the migrations alone, on an embedded database in memory. A test
 * compares the file with what either engine says. The types are what type-parsers.server.ts delivers.
 */
export function generateTypes(db: Db): Promise<string> {
  return generate({
    db,
    dialect: new PostgresDialect({ dateParser: "string", numericParser: "string" }),
    typeMapping: { timestamptz: "string", numeric: "string", int8: "number", date: "string" },
    outFile: null,
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { db, close } = await openDatabase({ memory: true });
  await migrate(db);
  writeFileSync("db/schema.ts", await generateTypes(db));
  await close();
}
