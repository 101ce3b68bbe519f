import { kyivDateOf } from "~/domain/dates";
import type { Db } from "~db/client.server";
import { findSetting, setSetting } from "~db/queries/settings";
import { inTransaction } from "~db/transaction.server";

const MARK = "demo_story";

/** The day on which the demo story of a database stands, and whether all of it was written. */
interface DemoStory {
  day: string;
  complete: boolean;
}

async function findDemoStory(db: Db): Promise<DemoStory | null> {
  const mark = await findSetting(db, MARK);
  return mark && typeof mark === "object" && !Array.isArray(mark) ? { day: String(mark.day), complete: mark.complete === true } : null;
}

/**
 * Writes the demo story, reference data among it, unless all of it is there; one cut short is completed on its own day.
 * Returns the story's day, which is not `today` when the data was written earlier.
 */
export async function writeDemoStory(db: Db, today: string, now: string): Promise<string> {
  const standing = await findDemoStory(db);
  if (standing?.complete) return standing.day;
  const day = standing?.day ?? today;
  await mark(db, { day, complete: false }, now);
  // seeds are loaded by whoever writes them, not by every start
  const { seedDemo } = await import("../../seeds/run");
  await seedDemo(db, { today: day });
  await mark(db, { day, complete: true }, now);
  return day;
}

/** The demo's day: DEMO_TODAY, else the clock's in Kyiv. */
export const demoDay = (demoToday: string | undefined, now: string): string => demoToday ?? kyivDateOf(now);

function mark(db: Db, story: DemoStory, now: string): Promise<void> {
  return inTransaction(db, { actorId: null, action: "seed", now }, (trx) => setSetting(trx, MARK, { ...story }, { userId: null, now }));
}
