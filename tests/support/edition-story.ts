/**
 * A small plan with targets for 2025, reported and verified by hand at stated moments, for tests of editions: figures are
 * prepared by the coordinator and released by the leadership. Builds on the story of reporting.
 */
import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/permissions";
import { prepareEdition, type Prepared } from "~/features/edition/prepare-edition.server";
import { releaseEdition } from "~/features/edition/release-edition.server";
import type { Db } from "~db/client.server";
import { putOptionalText } from "~db/queries/content";
import { findEdition, type EditionRecord } from "~db/queries/editions";
import { inTransaction } from "~db/transaction.server";
import { aReportingStory, type ReportingStory } from "./reporting-story";
import { NOW } from "./rows";

const TARGETS = { NUM: "10", CUM: "5", INSIDE: "5", SECRET: "3" } as const;
type Code = keyof typeof TARGETS;

interface Reported {
  /** when it was written and sent; verified an hour later unless said */
  at: string;
  no?: number;
  reason?: string;
  verifiedAt?: string;
  access?: "public" | "internal";
}

export interface EditionStory extends ReportingStory {
  coordinator: Actor;
  leadership: Actor;
  reader: Actor;
  /** a verified value of 2025 */
  report(code: Code, value: string, reported: Reported): Promise<void>;
  prepare(change?: Partial<Prepared>, now?: string): Promise<string>;
  /** prepared and released; the record as it stands then */
  edition(change?: Partial<Prepared>, now?: string): Promise<EditionRecord>;
}

export async function anEditionStory(db: Db): Promise<EditionStory> {
  const story = await aReportingStory(db);
  const at = "2025-01-01T08:00:00.000Z";
  await inTransaction(db, { actorId: null, action: "prepare", now: at }, async (trx) => {
    const thresholds = JSON.stringify({ coverage_withheld_below: 50, coverage_final_from: 80, partial_from: 50 });
    await trx.insertInto("method_version").values({ no: 1, thresholds, bands: "[0,25,50,75,100]", in_force_from: "2019-01-01", decision_ref: "-", recorded_at: at }).execute();
    for (const [code, value] of Object.entries(TARGETS)) {
      const of = { plan_version_id: story.planVersionId, indicator_id: story.indicatorId(code) };
      await trx.insertInto("indicator_baseline").values({ ...of, value: "0", year: 2024 }).execute();
      await trx.insertInto("indicator_target").values({ ...of, period_key: "2025", value }).execute();
    }
  });
  const [author, evaluator, coordinator, leadership, reader] = await Promise.all([
    story.person("author", "focal_point", "SBGS"), story.person("judge", "evaluator"), story.person("coordinator", "coordinator"),
    story.person("leadership", "leadership", null, "internal"), story.person("reader", "reader", null, "public"),
  ]);

  const report: EditionStory["report"] = async (code, value, { at: when, no = 1, reason, verifiedAt = when.replace("T08", "T09"), access = "public" }) => {
    const { id: breakdown } = await db.selectFrom("breakdown").select("id").where("key", "=", "total").executeTakeFirstOrThrow();
    const key = { indicator_id: story.indicatorId(code), agency_id: story.agencyId("SBGS"), period_key: "2025", breakdown_id: breakdown };
    const found = await db.selectFrom("measurement").select("id").where("indicator_id", "=", key.indicator_id).where("period_key", "=", "2025").executeTakeFirst();
    const id = found?.id ?? randomUUID();
    await inTransaction(db, { actorId: author.userId, action: "submit_value", now: when }, async (trx) => {
      if (!found) await trx.insertInto("measurement").values({ id, ...key }).execute();
      await trx.insertInto("measurement_version").values({
        measurement_id: id, no, base_no: no === 1 ? null : no - 1, kind: "number", value, access, author_id: author.userId, idem_key: randomUUID(), recorded_at: when,
        correction_reason_digest: await putOptionalText(trx, reason),
      }).execute();
    });
    await inTransaction(db, { actorId: evaluator.userId, action: "verify_value", now: verifiedAt }, (trx) =>
      trx.insertInto("verification").values({ measurement_id: id, no, seq: 1, decision: "accepted", by_id: evaluator.userId, recorded_at: verifiedAt }).execute());
  };

  const prepare: EditionStory["prepare"] = (change = {}, now = NOW) =>
    prepareEdition(db, coordinator, now, { planCode: story.planCode, periodKey: "2025", ceiling: "public", basis: "in_force_on_1_january", cutOff: "2026-03-31", foreword: { uk: null, en: null }, ...change });

  return {
    ...story, coordinator, leadership, reader, report, prepare,
    async edition(change, now = NOW) {
      await releaseEdition(db, leadership, now, { planCode: story.planCode, preparationId: await prepare(change, now), challengesRead: true });
      const id = (await db.selectFrom("edition").select("id").orderBy("audit_seq", "desc").executeTakeFirstOrThrow()).id;
      const record = await findEdition(db, { id });
      if (record === null) throw new Error("nothing was released");
      return record;
    },
  };
}
