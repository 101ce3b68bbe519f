import { addDays, later } from "../../app/domain/dates";
import { period } from "../../app/domain/periods";
import { kyivTime } from "../kyiv-time";
import { authorOf } from "./accounts";
import { evaluatorFor } from "./evaluator-for";
import { modelledValue } from "./modelled-value";
import { RUNNING_PLAN } from "./plan-2030";
import { owedIn, strictestOf, type Owed, type StoryYears } from "./report-2030";
import type { Report, ReportedValue } from "./reported";
import type { Round } from "./rounds";

/** Early entries of the round that is open today: whose, in what state, how long ago. The first indicator still owed is taken. */
const EARLY: { agency: string; indicators: string[]; state: "waiting" | "returned" | "unapproved"; daysAgo: number }[] = [
  { agency: "MCTD", indicators: ["SO1.M3.I1"], state: "waiting", daysAgo: 6 },
  { agency: "SCS", indicators: ["SO4.M4.I1", "SO4.M3.I1", "SO3.M5.I1"], state: "waiting", daysAgo: 5 },
  { agency: "MCTD", indicators: ["SO1.M3.I2"], state: "returned", daysAgo: 8 },
  { agency: "SMS", indicators: ["SO5.M5.I2"], state: "unapproved", daysAgo: 4 },
];

const RETURNED_BECAUSE = "Додайте, будь ласка, акт введення в експлуатацію або підтвердьте, що змін від попереднього кварталу немає.";

/** Work that waits today for an evaluator, for a focal point and for an approver, in the open rounds given. */
export function openWork(story: StoryYears, open: { quarter: Round; year: Round }, today: string): Report {
  const report: Report = { values: [], decisions: [] };
  const owed = [...owedIn(story, open.quarter), ...owedIn(story, open.year)];
  for (const { agency, indicators, state, daysAgo } of EARLY) {
    const chosen = indicators.flatMap((code) => owed.find((each) => each.indicator.code === code && each.agency === agency) ?? []).at(0);
    if (!chosen) continue;
    const value = earlyValue(story, chosen, today, daysAgo, state === "unapproved");
    report.values.push(value);
    if (state === "returned") report.decisions.push(returned(value, chosen, today, daysAgo - 3));
  }
  return report;
}

/** On the day, but not before the round opened; in the first minutes of today at the latest. */
function moment(round: Round, today: string, daysAgo: number, time: string, firstMinutes: string): string {
  const day = later(round.opensOn, addDays(today, -daysAgo));
  return day === today ? kyivTime(day, firstMinutes) : kyivTime(day, time);
}

function earlyValue(story: StoryYears, owed: Owed, today: string, daysAgo: number, unapproved: boolean): ReportedValue {
  const { indicator, agency, round } = owed;
  const at = moment(round, today, daysAgo, "16:05", "00:02");
  const before = period(owed.period).startsOn;
  return {
    plan: RUNNING_PLAN, indicator: indicator.code, agency, period: owed.period, round, no: 1, at, author: authorOf(agency),
    sent: unapproved ? null : { by: authorOf(agency), at },
    content: modelledValue(indicator, agency, previousKey(owed.period), story.first),
    observedOn: later(before, addDays(today, -daysAgo)), narrative: "Подано достроково: станом на дату спостереження.", willMeet: "yes",
    access: strictestOf(indicator, owed.measure) === "restricted" ? "restricted" : "public",
    evidence: [{ kind: "document", title: "Довідка структурного підрозділу" }],
  };
}

/** The state before the period opened is what an early entry knows. */
function previousKey(key: string): string {
  const { year, index, kind } = period(key);
  if (kind === "year") return String(year - 1);
  return index === 1 ? `${year - 1}-Q4` : `${year}-Q${index - 1}`;
}

function returned(value: ReportedValue, owed: Owed, today: string, daysAgo: number) {
  const { plan, indicator, agency, period: key, no } = value;
  const at = moment(owed.round, today, daysAgo, "17:20", "00:03");
  const by = evaluatorFor({ agency, measure: owed.measure, access: strictestOf(owed.indicator, owed.measure) }, agency, owed.round.period);
  return { plan, indicator, agency, period: key, no, seq: 1, at, by, decision: "returned" as const, reason: RETURNED_BECAUSE };
}
