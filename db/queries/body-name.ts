import { expressionBuilder, sql } from "kysely";
import type { DB } from "../schema";

/** Names of a body as they are now, or were last; to be joined laterally. `agencyId`: a column of the query, "o.agency_id". */
export const bodyName = (agencyId: string) =>
  expressionBuilder<DB, never>()
    .selectFrom("agency_name as n")
    .select(["n.name_uk", "n.name_en", "n.abbr_uk", "n.abbr_en"])
    .where("n.agency_id", "=", sql.ref<string>(agencyId))
    .orderBy((order) => order("n.to_on", "is", null), "desc")
    .orderBy("n.from_on", "desc")
    .limit(1)
    .as("an");
