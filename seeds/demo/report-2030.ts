import { addDays } from "../../app/domain/dates";
import { period, subPeriods } from "../../app/domain/periods";
import { kyivTime } from "../kyiv-time";
import { seedNumber } from "../seed-id";
import { authorOf, senderOf } from "./accounts";
import { evaluatorFor } from "./evaluator-for";
import { modelledValue } from "./modelled-value";
import { RUNNING_PLAN } from "./plan-2030";
import { indicatorsOf, type IndicatorDraft, type MeasureDraft, type PlanDraft } from "./plan-draft";
import type { Report, ReportedContent, ReportedDecision, ReportedEvidence, ReportedValue } from "./reported";
import type { Round } from "./rounds";
import { CROSSING_POINTS_CSV, told } from "./story-texts";
import { TRACKS } from "./story-tracks";
import { DISRUPTIONS, TWISTS, type Twist } from "./story-twists";

/** One value owed: the story tells what became of it. */
export interface Owed {
  indicator: IndicatorDraft;
  measure: MeasureDraft | null;
  agency: string;
  period: string;
  round: Round;
}

export interface StoryYears {
  plan: PlanDraft;
  first: number;
  /** the latest quarter that has ended; null = none has */
  lastQuarter: string | null;
}

/** Everything reported in the rounds given, at the moments it was reported. What lies after today is left to the reader. */
export function runningReport(story: StoryYears, rounds: readonly Round[]): Report {
  const report: Report = { values: [], decisions: [] };
  for (const round of rounds) for (const owed of owedIn(story, round)) addReported(report, story, owed);
  return report;
}

/** Values bodies owe in a round, as the plan reads. */
export function owedIn(story: StoryYears, round: Round): Owed[] {
  return indicatorsOf(story.plan).flatMap(({ indicator, measure }) => {
    if ((round.kind === "annual") !== (indicator.frequency === "annual")) return [];
    const agencies = indicator.reporters?.length ? indicator.reporters : [indicator.responsible ?? measure?.executors[0]?.agency ?? ""];
    const keys = subPeriods(round.period, indicator.frequency).filter((key) => owes(indicator, measure, key));
    return keys.flatMap((key) => agencies.map((agency) => ({ indicator, measure, agency, period: key, round })));
  });
}

function owes(indicator: IndicatorDraft, measure: MeasureDraft | null, key: string): boolean {
  const { startsOn, endsOn, year } = period(key);
  if (measure?.startsOn && measure.startsOn > endsOn) return false;
  if (measure?.dueOn && measure.dueOn < startsOn) return false;
  return indicator.targets.length === 0 || indicator.targets.some((target) => target.period === String(year));
}

function addReported(report: Report, story: StoryYears, owed: Owed): void {
  const { indicator, measure, agency } = owed;
  const twist = twistOf(story, owed);
  if (twist?.is === "missing" || isPaused(story, owed)) return;
  const key = { plan: RUNNING_PLAN, indicator: indicator.code, agency, period: owed.period };
  const day = twist?.is === "late" ? addDays(owed.round.dueOn, twist.days) : submittedOn(story, owed);
  const access = strictestOf(indicator, measure);
  const base = { ...key, round: owed.round, author: authorOf(agency), access: access === "restricted" ? access : "public" };
  const good = contentOf(story, owed, twist);
  const value: ReportedValue = { ...base, no: 1, ...sentOn(agency, day), content: wrongContent(good, twist) ?? good, ...besides(story, owed, twist, day) };
  report.values.push(value);
  const by = evaluatorFor({ agency, measure, access }, agency, owed.round.period);
  const seen = kyivTime(addDays(day, 6 + seedNumber(15, "review", by, owed.round.period)), "14:10");
  const decide = (no: number, at: string, decision: "accepted" | "returned", reason?: string): ReportedDecision => ({ ...key, no, seq: 1, at, by, decision, reason });

  if (twist?.is === "waiting") return;
  if (twist?.is === "returned") {
    report.decisions.push(decide(1, seen, "returned", twist.reason));
    if (twist.resentAfter === null) return;
    const again = addDays(seen.slice(0, 10), twist.resentAfter);
    report.values.push({ ...value, no: 2, ...sentOn(agency, again), content: good, correctionReason: "Виправлено за зауваженням: взято лише дані одного місяця." });
    report.decisions.push(decide(2, kyivTime(addDays(again, 4), "11:30"), "accepted"));
    return;
  }
  report.decisions.push(decide(1, seen, "accepted"));
  if (twist?.is === "corrected") {
    const again = addDays(day, twist.after);
    report.values.push({ ...value, no: 2, ...sentOn(agency, again), content: good, correctionReason: twist.reason });
    report.decisions.push(decide(2, kyivTime(addDays(again, 13), "11:30"), "accepted"));
  }
}

/** The twist of a value: stated for its period, or for whatever quarter is the latest closed; in later years some are late or missing by chance of their name. */
function twistOf(story: StoryYears, { indicator, agency, period: key, round }: Owed): Twist | null {
  const { year, kind, index } = period(key);
  const place = `Y${year - story.first + 1}${kind === "quarter" ? `Q${index}` : kind === "month" ? `M${String(index).padStart(2, "0")}` : ""}`;
  const stated = TWISTS[`${indicator.code}/${agency}@${place}`] ?? TWISTS[`${indicator.code}@${place}`];
  if (stated) return stated;
  if (round.period === story.lastQuarter && TWISTS[`${indicator.code}@last`]) return TWISTS[`${indicator.code}@last`] ?? null;
  if (year === story.first) return null;
  const chance = seedNumber(100, "twist", indicator.code, agency, place);
  if (chance < 4) return { is: "missing" };
  return chance < 9 ? { is: "late", days: 3 + chance } : null;
}

function isPaused(story: StoryYears, { measure, period: key }: Owed): boolean {
  const last = period(key).endsOn;
  return DISRUPTIONS.some(({ effect, measure: code, from, to }) => {
    if (effect !== "pause" || code !== measure?.code) return false;
    return dayOf(story.first, from) <= last && (to === null || last <= dayOf(story.first, to));
  });
}

export const dayOf = (first: number, [year, day]: [number, string]) => `${first + year - 1}-${day}`;

/** Bodies send once a round, within the days after its period; the first months of a quarter each at their end; some yearly facts as soon as known. */
function submittedOn(story: StoryYears, { indicator, agency, period: key, round }: Owed): string {
  const { endsOn, year } = period(key);
  const known = TRACKS[indicator.code]?.knownOn;
  if (known) return addDays(`${year}-${known}`, 12);
  if (round.kind === "annual") return addDays(endsOn, 40 + seedNumber(34, "sent", agency, round.period));
  const isEarlyMonth = endsOn !== period(round.period).endsOn;
  return addDays(endsOn, isEarlyMonth ? 7 : 4 + seedNumber(11, "sent", agency, round.period, story.first));
}

/** A body with an approver sends the day after its focal point has typed. */
function sentOn(agency: string, day: string): Pick<ReportedValue, "at" | "sent"> {
  const at = kyivTime(day, "10:30");
  const by = senderOf(agency);
  return { at, sent: { by, at: by === authorOf(agency) ? at : kyivTime(addDays(day, 1), "09:15") } };
}

function contentOf(story: StoryYears, owed: Owed, twist: Twist | null): ReportedContent {
  if (strictestOf(owed.indicator, owed.measure) === "restricted") return { kind: "missing", reason: "restricted" };
  if (twist?.is === "reason") return { kind: "missing", reason: twist.code };
  return modelledValue(owed.indicator, owed.agency, owed.period, story.first);
}

/** What was sent at first where that was wrong; the denominator of parts, the number of anything else. */
function wrongContent(good: ReportedContent, twist: Twist | null): ReportedContent | null {
  if (twist?.is !== "corrected" && twist?.is !== "returned") return null;
  if (twist.wrong === "same") return null;
  if (good.kind === "parts") return { ...good, denominator: twist.wrong };
  return good.kind === "number" ? { ...good, value: twist.wrong } : null;
}

export const strictestOf = (indicator: IndicatorDraft, measure: MeasureDraft | null) =>
  [indicator.access, measure?.access].includes("restricted") ? "restricted" : [indicator.access, measure?.access].includes("internal") ? "internal" : "public";

type Besides = Pick<ReportedValue, "observedOn" | "narrative" | "comment" | "obstacle" | "willMeet" | "reference" | "evidence">;

function besides(story: StoryYears, owed: Owed, twist: Twist | null, day: string): Besides {
  const { indicator, agency, period: key } = owed;
  const known = TRACKS[indicator.code]?.knownOn;
  const observedOn = known ? `${period(key).year}-${known}` : period(key).endsOn;
  if (strictestOf(indicator, owed.measure) === "restricted") {
    const no = `12/${indicator.code.slice(2).replace(/\D/g, "")}-${seedNumber(900, "reference", indicator.code, key) + 100}дск`;
    return { observedOn, reference: { no, on: day, holder: "Адміністрація Держприкордонслужби" } };
  }
  if (twist?.is === "reason") return { observedOn, comment: twist.text };
  const { narrative, obstacle, willMeet } = told(TRACKS[indicator.code]?.pace ?? 1000, indicator.code, agency, key);
  const scored = indicator.kind !== "context";
  return {
    observedOn, narrative, obstacle: scored ? obstacle : null, willMeet: scored ? willMeet : null,
    evidence: evidenceFor(story, owed, day),
  };
}

const PUBLIC_SOURCES: Record<string, string> = {
  ECHERHA: "https://echerha.gov.ua",
  SBGS_MAP: "https://dpsu.gov.ua/ua/map/",
  SCS_BI: "https://bi.customs.gov.ua",
};

function evidenceFor(_story: StoryYears, { indicator, agency, period: key }: Owed, day: string): ReportedEvidence[] {
  const link = PUBLIC_SOURCES[indicator.dataSource ?? ""];
  if (link) return [{ kind: "link", url: link }];
  if (indicator.code === "SO1.M1.I1") {
    return [{ kind: "file", title: "Пункти пропуску зі спільним набором даних, за ділянками", body: CROSSING_POINTS_CSV, mediaType: "text/csv; charset=utf-8" }];
  }
  if (seedNumber(3, "evidence", indicator.code, agency, key) === 0) return [];
  const no = seedNumber(9000, "letter", agency, key, indicator.code) + 1000;
  return [{ kind: "document", title: `Довідка від ${day.split("-").reverse().join(".")} № ${no}` }];
}
