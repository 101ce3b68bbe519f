import { later } from "../../app/domain/dates";
import { period, periodOfDate, previousPeriod } from "../../app/domain/periods";
import { addRows, textRow, type SeedAct } from "../acts";
import { kyivTime } from "../kyiv-time";
import { agencyId } from "../reference/agencies";
import { seedId } from "../seed-id";
import { periodRows } from "../reference/calendar";
import { accountId, accountRows } from "./accounts";
import { openWork } from "./open-work";
import { PAST_PLAN, pastPlan } from "./plan-2020";
import { amendedPlan, FIRST_YEAR, RUNNING_PLAN, runningPlan, yearsToShift } from "./plan-2030";
import { identityRows, indicatorId, measureId, versionRows, type PlanDraft, type VersionDraft } from "./plan-draft";
import { measurementId, reportActs } from "./report-acts";
import { report2020 } from "./report-2020";
import { dayOf, runningReport, type StoryYears } from "./report-2030";
import { supportReport, supportRounds } from "./report-support";
import { annualRound, roundActs, roundsUntil, shortRound } from "./rounds";
import { DISRUPTIONS } from "./story-twists";
import { SUPPORT_PLAN, supportPlan } from "./support-plan";
import { claimActs } from "./verdict-claims";

/** Accounts and reference lists stand from here on, before the first plan. */
export const BEFORE_EVERYTHING = kyivTime("2019-12-20", "09:00");

/** The last moment that may be told on `today`: the rounds of its first minute are open, nothing lies ahead of a visitor. */
export const lastMomentOf = (today: string) => kyivTime(today, "00:05");

export const DEMO_PLANS = [SUPPORT_PLAN, PAST_PLAN, RUNNING_PLAN] as const;

/** Everything that happened up to the first minutes of `today`, as acts in no particular order: same day, same acts. */
export function demoStory(today: string, passwordHash: string): SeedAct[] {
  const until = lastMomentOf(today);
  const start = until < BEFORE_EVERYTHING ? kyivTime(today, "00:01") : BEFORE_EVERYTHING;
  const accounts: SeedAct = { at: start, actorId: null, action: "seed_accounts", rows: accountRows(passwordHash, start) };
  const support = supportReport();
  const running = runningStory(today);
  const acts = [
    accounts,
    planAct(supportPlan(), { no: 1, actNo: null, actOn: null, inForceFrom: "2022-11-01", at: kyivTime("2022-11-01", "10:00") }),
    planAct(pastPlan(), { no: 1, actNo: null, actOn: "2019-12-27", inForceFrom: "2020-01-01", at: kyivTime("2019-12-27", "16:00") }),
    ...roundActs(SUPPORT_PLAN, today < "2022-11-01" ? [] : supportRounds(support, today)),
    ...roundActs(PAST_PLAN, ["2020", "2021", "2022"].map(annualRound)),
    warSuspension(),
    ...running.acts,
    ...reportActs([support, report2020(), ...running.reports], until),
  ];
  return acts.filter((act) => act.at <= until);
}

function planAct(plan: PlanDraft, version: VersionDraft): SeedAct {
  const rows = version.no === 1 ? identityRows(plan) : {};
  return { at: version.at, actorId: accountId("coordinator"), action: version.no === 1 ? "accept_plan" : "accept_amendment", rows: addRows(rows, versionRows(plan, version)) };
}

/** From 24 February 2022 part of the plan of 2020-2022 stands still. */
const SUSPENDED_2022 = ["3.1.1.1", "3.1.1.2", "3.1.2.1", "3.1.2.2", "3.2.1.2", "6.1.1.1", "6.1.1.2", "6.2.1.1"];

function warSuspension(): SeedAct {
  const at = kyivTime("2022-03-04", "12:00");
  const disruption = seedId("disruption", PAST_PLAN, "martial law");
  return {
    at, actorId: accountId("coordinator"), action: "record_disruption",
    rows: {
      disruption: [{ id: disruption }],
      disruption_version: [{
        disruption_id: disruption, no: 1, what_uk: "Запровадження воєнного стану: роботи на сухопутних ділянках під загрозою та на морі зупинено.",
        what_en: "Martial law: works on threatened land sections and at sea stopped.", legal_basis: "Указ Президента України № 64/2022",
        from_on: "2022-02-24", to_on: null, withdrawn: false, recorded_at: at, recorded_by: accountId("coordinator"),
      }],
      disruption_scope: SUSPENDED_2022.map((code) => ({
        id: seedId("disruption_scope", disruption, code), disruption_id: disruption, no: 1, measure_id: measureId(PAST_PLAN, code), effect: "pause",
      })),
    },
  };
}

/** The running plan: its versions, rounds, interruptions and reports. */
function runningStory(today: string) {
  const shift = yearsToShift(today);
  const plan = runningPlan(shift);
  const first = FIRST_YEAR + shift;
  const lastQuarter = previousPeriod(periodOfDate(today, "quarterly"));
  const story: StoryYears = { plan, first, lastQuarter: period(lastQuarter).startsOn < plan.startsOn ? null : lastQuarter };
  const rounds = roundsUntil(plan.startsOn, plan.endsOn ?? today, today);
  const open = { quarter: shortRound(periodOfDate(today, "quarterly"), "quarterly"), year: annualRound(today.slice(0, 4)) };
  const adopted = { no: 1, actNo: "ілюстр.", actOn: `${first - 1}-12-18`, inForceFrom: plan.startsOn, at: kyivTime(`${first - 1}-12-18`, "15:00") };
  const amended = { no: 2, actNo: "ілюстр.", actOn: `${first}-06-26`, inForceFrom: `${first}-07-01`, at: kyivTime(`${first}-07-01`, "10:00") };
  const years: SeedAct = { at: adopted.at, actorId: accountId("coordinator"), action: "manage_cycles", rows: periodRows(first - 1, first + 4) };
  const acts = [
    years, planAct(plan, adopted), planAct(amendedPlan(plan, first), amended), ...roundActs(RUNNING_PLAN, rounds), ...interruptions(first), discrepancy(first), ...claimActs(first, story.lastQuarter),
  ];
  return { acts, reports: [runningReport(story, rounds), openWork(story, open, today)] };
}

function interruptions(first: number): SeedAct[] {
  return DISRUPTIONS.map(({ name, what, legalBasis, from, to, measure, indicator, effect }) => {
    const disruption = seedId("disruption", RUNNING_PLAN, name);
    const at = kyivTime(later(dayOf(first, from), `${first}-01-02`), "18:00");
    return {
      at, actorId: accountId("coordinator"), action: "record_disruption",
      rows: {
        disruption: [{ id: disruption }],
        disruption_version: [{
          disruption_id: disruption, no: 1, what_uk: what.uk, what_en: what.en, legal_basis: legalBasis, from_on: dayOf(first, from),
          to_on: to === null ? null : dayOf(first, to), withdrawn: false, recorded_at: at, recorded_by: accountId("coordinator"),
        }],
        disruption_scope: [{
          id: seedId("disruption_scope", disruption, measure ?? indicator ?? ""), disruption_id: disruption, no: 1, effect,
          measure_id: measure ? measureId(RUNNING_PLAN, measure) : null, indicator_id: indicator ? indicatorId(RUNNING_PLAN, indicator) : null,
        }],
      },
    };
  });
}

/** Two bodies count the scanning systems differently in the second quarter; customs' register decides. */
function discrepancy(first: number): SeedAct {
  const key = { plan: RUNNING_PLAN, indicator: "SO4.M3.I1", agency: "SCS", period: `${first}-Q2` };
  const at = kyivTime(`${first}-08-12`, "13:00");
  const note = textRow("Розбіжність: один комплекс передано, але ще не введено в експлуатацію. До рішення рахувати за реєстром Держмитслужби.", at);
  return {
    at, actorId: accountId("coordinator"), action: "record_discrepancy",
    rows: {
      content: [note],
      discrepancy: [{
        id: seedId("discrepancy", key.indicator, key.period), indicator_id: indicatorId(RUNNING_PLAN, key.indicator), period_key: key.period,
        measurement_id: measurementId(key), other_source: "Облік ДПСУ / SBGS records", other_value: "16", deciding_agency_id: agencyId("SCS"),
        note_digest: note.digest, recorded_at: at, recorded_by: accountId("coordinator"),
      }],
    },
  };
}

