import { addDays, asOfMoment, asRecorded } from "../../app/domain/dates";
import { periodOfDate, previousPeriod } from "../../app/domain/periods";
import { writePreparation } from "../../app/features/edition/prepare-edition.server";
import { writeRelease } from "../../app/features/edition/release-edition.server";
import type { Db } from "../../db/client.server";
import { findPreparation, type EditionCeiling } from "../../db/queries/editions";
import { inTransaction } from "../../db/transaction.server";
import { insertRows, textRow } from "../acts";
import { kyivTime } from "../kyiv-time";
import { seedId } from "../seed-id";
import type { Words } from "../source-files";
import { accountId } from "./accounts";
import { PAST_PLAN } from "./plan-2020";
import { FIRST_YEAR, RUNNING_PLAN, yearsToShift } from "./plan-2030";

/** An edition of the demonstration: prepared by the coordinator, released by the leadership. */
export interface ToldEdition {
  plan: string;
  period: string;
  ceiling: EditionCeiling;
  /** the day of the cut-off; prepared on the next */
  cutOff: string;
  preparedAt: string;
  /** null = waits for its release */
  releasedAt: string | null;
  foreword: Words | null;
}

const FOREWORD_2020: Words = {
  uk: "Зведення підготовлено за звітами, що надійшли до 15 березня 2021 року. Назви й числа цього плану ілюстративні.",
  en: "Compiled from the reports received by 15 March 2021. The wording and figures of this plan are illustrative.",
};
const FOREWORD_CORRECTED: Words = {
  uk: "Уточнене видання: дві команди завершили курс лише у квітні, тому їх перенесено до другого кварталу.",
  en: "Corrected edition: two teams finished the course only in April, so they moved to the second quarter.",
};

/**
 * The consolidated report of 2020 on its due day; of the running plan the first quarter, corrected after a value was, and
 * the second; the last closed quarter waits for its release. In the order of time.
 */
export function toldEditions(today: string): ToldEdition[] {
  const first = FIRST_YEAR + yearsToShift(today);
  const closed = previousPeriod(periodOfDate(today, "quarterly"));
  const told = (plan: string, period: string, ceiling: EditionCeiling, cutOff: string, [prepared, released]: [string, string | null], foreword: Words | null = null): ToldEdition => {
    const day = addDays(cutOff, 1);
    return { plan, period, ceiling, cutOff, preparedAt: kyivTime(day, prepared), releasedAt: released === null ? null : kyivTime(day, released), foreword };
  };
  return [
    told(PAST_PLAN, "2020", "internal", "2021-04-14", ["09:30", "15:40"]),
    told(PAST_PLAN, "2020", "public", "2021-04-14", ["10:10", "16:00"], FOREWORD_2020),
    told(RUNNING_PLAN, `${first}-Q1`, "public", `${first}-05-20`, ["10:00", "17:15"]),
    told(RUNNING_PLAN, `${first}-Q1`, "public", `${first}-07-20`, ["10:00", "14:30"], FOREWORD_CORRECTED),
    told(RUNNING_PLAN, `${first}-Q2`, "internal", `${first}-08-20`, ["09:45", "16:20"]),
    told(RUNNING_PLAN, `${first}-Q2`, "public", `${first}-08-20`, ["09:50", "16:30"]),
    ...(Number(closed.slice(0, 4)) < first ? [] : [told(RUNNING_PLAN, closed, "internal", addDays(today, -5), ["10:30", null])]),
  ];
}

/** Something done to an edition at a moment; it reads what had been recorded by then. */
interface EditionAct {
  at: string;
  tell(db: Db): Promise<void>;
}

/** Each edition's preparation and release, in the order of time. */
export const editionActs = (today: string): EditionAct[] =>
  toldEditions(today).flatMap((edition) => [
    { at: edition.preparedAt, tell: (db: Db) => tellPreparation(db, edition) },
    ...(edition.releasedAt === null ? [] : [{ at: edition.releasedAt, tell: (db: Db) => tellRelease(db, edition, edition.releasedAt ?? "") }]),
  ]).sort((a, b) => (a.at < b.at ? -1 : 1));

const editionId = ({ plan, period, ceiling, cutOff }: ToldEdition) => seedId("edition", plan, period, ceiling, cutOff);

/** Unless it is there. */
async function tellPreparation(db: Db, edition: ToldEdition): Promise<void> {
  const { plan, period, ceiling, cutOff, preparedAt: now, foreword } = edition;
  const [id, by] = [editionId(edition), accountId("coordinator")];
  await inTransaction(db, { actorId: by, action: "prepare_edition", now }, async (trx) => {
    if ((await findPreparation(trx, id)) !== null) return;
    const [uk = null, en = null] = foreword === null ? [] : [textRow(foreword.uk, now), textRow(foreword.en, now)];
    await insertRows(trx, { content: [uk, en].filter((text) => text !== null) });
    const question = { planCode: plan, periodKey: period, ceiling, basis: "in_force_on_1_january" as const, knownAt: asRecorded(asOfMoment(cutOff, now)) };
    await writePreparation(trx, question, { id, foreword: { uk: uk && uk.digest, en: en && en.digest }, by, idempotencyKey: seedId("idem_key", id), now });
  });
}

async function tellRelease(db: Db, edition: ToldEdition, now: string): Promise<void> {
  const by = accountId("leadership");
  await inTransaction(db, { actorId: by, action: "release_edition", now }, async (trx) => {
    const prepared = await findPreparation(trx, editionId(edition));
    if (prepared !== null && prepared.release === null) await writeRelease(trx, prepared, { by, now });
  });
}
