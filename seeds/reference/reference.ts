import { addRows, type Rows } from "../acts";
import { agencyRows } from "./agencies";
import { nonWorkingDayRows, periodRows } from "./calendar";
import { breakdownRows, componentRows, dataSourceRows, territoryRows, unitRows } from "./lists";
import { methodRows, settingRows } from "./method";

const FIRST_YEAR = 2019;
const LAST_YEAR = 2035;

/** Everything an empty installation needs before its first plan. Roles and reason codes are part of the program, not rows. */
export function referenceRows(at: string): Rows {
  const rows: Rows = {};
  for (const part of [
    unitRows(), dataSourceRows(), componentRows(), periodRows(FIRST_YEAR, LAST_YEAR), nonWorkingDayRows(2026, 2030), territoryRows(),
    breakdownRows(), methodRows(at), settingRows(at), agencyRows(),
  ]) addRows(rows, part);
  return rows;
}
