import { sql, type RawBuilder } from "kysely";

const LEVELS = sql`array['public', 'internal', 'restricted']`;

/** 1 = public, 2 = internal, 3 = restricted. */
export const levelRank = (access: RawBuilder<unknown>) => sql<number>`array_position(${LEVELS}, ${access}::text)`;

/** The level of a rank, the strictest of those given; null ranks are none. */
export const strictestLevel = (...ranks: RawBuilder<unknown>[]) => sql<string | null>`(${LEVELS})[greatest(${sql.join(ranks)})]`;

/**
 * Rank of the strictest level among versions of the same measurement that came after this one and were accepted: what
 * has been closed since is not shown as it once was (rule 18). `version`: alias of a row of measurement_version; `by`:
 * the moment whose levels hold, null = now. Null = no later version was accepted.
 */
export function closedSince(version: string, by: string | null): RawBuilder<number | null> {
  const recordedBy = (row: string) => (by === null ? sql`true` : sql`${sql.ref(`${row}.recorded_at`)} <= ${by}::timestamptz`);
  return sql<number | null>`(select max(${levelRank(sql`l.access`)}) from measurement_version l
    where l.measurement_id = ${sql.ref(`${version}.measurement_id`)} and l.no > ${sql.ref(`${version}.no`)} and ${recordedBy("l")}
      and (select c.decision from verification c where c.measurement_id = l.measurement_id and c.no = l.no and ${recordedBy("c")} order by c.seq desc limit 1) = 'accepted')`;
}
