/** Scorecards of the demonstration, as its people may read them on 25 November 2026; one seed for the tests of a file. */
import { DomainError } from "~/domain/errors";
import type { Actor } from "~/domain/permissions";
import type { Role } from "~/domain/roles";
import { getScorecard, type ScorecardAnswer, type ScorecardQuestion } from "~/features/scorecard/get-scorecard.server";
import type { ReportTable } from "~/features/report/report-table";
import { measuresTable, outcomesTable } from "~/features/scorecard/goal-tables";
import { averageTable, goalsTable, indicatorsTable } from "~/features/scorecard/scorecard-tables";
import { wordsOf } from "~/i18n/translate";
import { DEMO_ACCOUNTS } from "../../seeds/demo/account-list";
import { accountId } from "../../seeds/demo/accounts";
import { agencyId } from "../../seeds/reference/agencies";
import { seedDemo } from "../../seeds/run";
import { useDatabase } from "./database";

export const PAST = "IBM-ILLUSTR-2020-2022";
export const RUNNING = "IBM-DEMO-2030";
export const SUPPORT = "EU4IBM-RES";
export const NOW = "2026-11-25T01:33:00.000Z";
export const uk = wordsOf("uk");
export const en = wordsOf("en");

export function useDemoScorecards() {
  const database = useDatabase({
    once: async (db) => {
      await db.insertInto("installation").values({ kind: "demo", signing_secret: "s".repeat(64) }).execute();
      await seedDemo(db, { today: "2026-11-25", withPages: false });
    },
  });
  const ask = (login: string, planCode: string, periodKey: string, more: Partial<ScorecardQuestion> = {}, now = NOW) =>
    getScorecard(database.db, person(login), now, { planCode, periodKey, ...more });
  return { database, ask };
}

/** A person of the demonstration with the roles and the ceiling of the account list. */
export function person(login: string): Actor {
  const account = DEMO_ACCOUNTS.find((each) => each.login === login);
  if (!account) throw new Error(`nobody of the demonstration is called ${login}`);
  return { userId: accountId(login), ceiling: account.ceiling, grants: account.grants.map(({ role, agency }) => ({ role: role as Role, agencyId: agency && agencyId(agency) })) };
}

/** The code of a refusal, null where nothing was refused. */
export const refusal = (asked: Promise<unknown>) =>
  asked.then(() => null, (error: unknown) => (error instanceof DomainError ? error.code : String(error)));

export const everyTable = (answer: ScorecardAnswer, words = uk): ReportTable[] =>
  [goalsTable(answer, words), averageTable(answer, words), outcomesTable(answer, words), measuresTable(answer, words), indicatorsTable(answer, { state: "any", node: null, kind: "all" }, words)];
