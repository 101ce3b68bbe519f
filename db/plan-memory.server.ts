/**
 * Plans and what was known of them, kept in memory while nothing is recorded. A reading costs two selects of a whole plan;
 * here the same question asked again costs one small select that tells whether anything was recorded since. It is asked
 * before the facts are read, so what is kept is never older than its standing says. Only a server keeps plans: it says so
 * for its database by `rememberPlans`; transactions and everything else ask the tables.
 */
import type { Db } from "./client.server";
import { frozen } from "./frozen";
import { getFreshness, getStanding, type Standing } from "./queries/freshness";
import { getPlanFacts, type PlanFacts } from "./queries/plan-facts";
import { findPlan, type PlanRecord } from "./queries/plan-structure";
import { RecentlyUsed } from "./recently-used";

/** Plans, and as many questions about what was known of them. */
const KEPT = { plans: 6, facts: 12 };

interface Kept<Answer> {
  standing: Standing;
  /** the moment it was asked for: an earlier one may have known less */
  askedAt: string;
  answer: Promise<Answer>;
  /** there is something, and nothing recorded lay ahead of that moment, so that later ones know the same */
  isSettled: Promise<boolean>;
}

class Shelf<Answer> {
  readonly #kept: RecentlyUsed<Kept<Answer>>;
  constructor(private readonly db: Db, most: number) {
    this.#kept = new RecentlyUsed(most);
  }

  async ask(key: string, now: string, read: () => Promise<Answer>): Promise<Answer> {
    const standing = await getStanding(this.db);
    const found = this.#kept.get(key);
    if (found !== undefined && found.standing === standing && found.askedAt <= now && (await found.isSettled)) return found.answer;
    const answer = read().then(frozen);
    const kept = { standing, askedAt: now, answer, isSettled: answer.then((read) => read !== null && this.#isSettled(now)) };
    this.#kept.set(key, kept);
    const forget = () => void (this.#kept.get(key) === kept && this.#kept.delete(key));
    kept.isSettled.then((isSettled) => isSettled || forget(), forget);
    return answer;
  }

  async #isSettled(now: string): Promise<boolean> {
    return (await getFreshness(this.db, now)).isSettled;
  }
}

interface PlanMemory {
  plans: Shelf<PlanRecord | null>;
  facts: Shelf<PlanFacts>;
}

/** Hangs on the database itself: the server and its pages are two bundles of one process, each with modules of its own. */
const MEMORY = Symbol.for("ibm-strategy-monitor.plan-memory");
type Remembering = Db & { [MEMORY]?: PlanMemory };

/** From now on the readings of this database may come from memory. */
export function rememberPlans(db: Db): void {
  (db as Remembering)[MEMORY] = { plans: new Shelf(db, KEPT.plans), facts: new Shelf(db, KEPT.facts) };
}

/** `findPlan` as of now. */
export function recallPlan(db: Db, code: string, now: string): Promise<PlanRecord | null> {
  const read = () => findPlan(db, code, now);
  return (db as Remembering)[MEMORY]?.plans.ask(code, now, read) ?? read();
}

/** `getPlanFacts` known at a moment, now or earlier, with the levels that hold now. */
export function recallFacts(db: Db, planId: string, knownAt: string, now: string): Promise<PlanFacts> {
  const read = () => getPlanFacts(db, planId, knownAt, now);
  return (db as Remembering)[MEMORY]?.facts.ask(`${planId} ${knownAt === now ? "now" : knownAt}`, now, read) ?? read();
}
