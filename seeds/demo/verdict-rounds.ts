import { addDays } from "../../app/domain/dates";
import type { EvidenceGrade, MeasureStatus } from "../../app/domain/facts";
import { period, periodOfDate, periodsBetween, previousPeriod } from "../../app/domain/periods";
import { mayBecomeFinal, replyUntil, RIGHT_OF_REPLY_DAYS } from "../../app/domain/right-of-reply";
import { kyivTime } from "../kyiv-time";
import { seedNumber } from "../seed-id";
import { PAST_PLAN } from "./plan-2020";
import { RUNNING_PLAN } from "./plan-2030";
import type { RoundKey } from "./reported";

/** Evaluators sit down several times in a round; what one sitting drafts is answered and made final together. */
interface Sitting {
  no: number;
  at: string;
  repliedAt: string | null;
  finalAt: string | null;
}

export interface JudgedRound extends RoundKey {
  plan: string;
  sittings: Sitting[];
}

/** What is judged of one measure, and when. */
export interface Judgement {
  sitting: number;
  status: MeasureStatus;
  grade: EvidenceGrade;
  reply: "agreed" | "remarks" | null;
  isFinal: boolean;
  /** of a shared measure: the others lag behind the lead */
  isUneven: boolean;
}

/** What a judgement depends on, in the plan's order. */
interface ToJudge {
  id: string;
  suggested: MeasureStatus | null;
  /** silent: nothing of it was reported; text: no indicator decides, what the lead says of it is judged */
  by: "values" | "silence" | "text";
  /** deciding indicators achieved in the period */
  achieved: number;
  isShared: boolean;
}

/** The rounds of both plans as far as they had begun by `today`; `first`: the running plan's first year. */
export function judgedRounds(today: string, first: number): JudgedRound[] {
  const latest = previousPeriod(periodOfDate(today, "quarterly"));
  const quarters = latest < `${first}-Q1` ? [] : periodsBetween(`${first}-Q1`, latest);
  const years = Array.from({ length: 5 }, (_, index) => first + index);
  return [
    { plan: PAST_PLAN, period: "2020", kind: "annual", sittings: [sitting(1, "2021-04-07", "2021-04-12", "2021-04-13")] },
    ...quarters.map((key): JudgedRound => ({ plan: RUNNING_PLAN, period: key, kind: "quarterly", sittings: key === latest ? runningSittings(key) : closedSittings(key) })),
    ...years.map((year): JudgedRound => ({ plan: RUNNING_PLAN, period: String(year), kind: "annual", sittings: annualSittings(year + 1) })),
  ];
}

const sitting = (no: number, on: string, repliedOn: string | null, finalOn: string | null): Sitting => ({
  no, at: kyivTime(on, "10:30"), repliedAt: repliedOn && kyivTime(repliedOn, "15:10"), finalAt: finalOn && kyivTime(finalOn, "16:45"),
});

/** Judged and closed before the next quarter is. */
function closedSittings(key: string): Sitting[] {
  const { endsOn } = period(key);
  return [sitting(1, addDays(endsOn, 34), addDays(endsOn, 42), addDays(endsOn, 49))];
}

/** Under way: made final, ready to be made final, answered, and still open to an answer. */
function runningSittings(key: string): Sitting[] {
  const { endsOn } = period(key);
  const on = (days: number) => addDays(endsOn, days);
  return [sitting(1, on(33), on(40), on(49)), sitting(2, on(34), null, null), sitting(3, on(47), on(54), null), sitting(4, on(51), null, null)];
}

/** After 15 March; all is final before the consolidated report leaves. */
const annualSittings = (year: number): Sitting[] => [
  sitting(1, `${year}-03-16`, `${year}-03-18`, `${year}-03-19`),
  sitting(2, `${year}-03-17`, `${year}-03-19`, `${year}-04-13`),
  sitting(3, `${year}-03-18`, null, `${year}-04-13`),
  sitting(4, `${year}-03-29`, null, `${year}-04-14`),
];

/** One judgement a measure, null for one nobody gets to; the same facts give the same. */
export function plannedJudgements(round: JudgedRound, measures: readonly ToJudge[]): (Judgement | null)[] {
  const grades = round.plan === PAST_PLAN ? gradesOf2020(measures) : null;
  return measures.map((measure, index) => judgementOf(round, measure, grades?.[index] ?? null));
}

function judgementOf(round: JudgedRound, { id, suggested, by, isShared }: ToJudge, grade: EvidenceGrade | null): Judgement | null {
  const draw = (below: number, what: string) => seedNumber(below, what, round.period, id);
  // a claim of completion that the evaluator doubts and the body defends; under way, its draft waits with the remarks
  const isDisputed = by === "text" && suggested === "implemented";
  const places = round.sittings.length === 1 ? 1 : round.sittings.length + 1;
  const place = draw(places, "sitting") + 1;
  const answered = isDisputed ? round.sittings.find(({ repliedAt, finalAt }) => repliedAt !== null && finalAt === null) : undefined;
  const own = answered ?? round.sittings.find(({ no }) => no === place);
  if (own === undefined) return null;
  const status = isDisputed ? "in_progress" : statusOf(suggested, by, draw(12, "differs"));
  const said = round.plan === PAST_PLAN || draw(3, "answers") > 0 ? (draw(5, "remarks") === 0 ? "remarks" : "agreed") : null;
  const reply = own.repliedAt === null ? null : isDisputed ? "remarks" : said;
  return {
    sitting: own.no, status, grade: status === "cannot_be_assessed" ? "none" : (grade ?? GRADES[draw(GRADES.length, "grade")] ?? "document_seen"),
    reply, isFinal: own.finalAt !== null && (reply !== null || mayBecomeFinal({ replyUntil: replyUntil(own.at, RIGHT_OF_REPLY_DAYS), repliedAt: null }, own.finalAt)), isUneven: isShared && status === "implemented" && draw(6, "uneven") === 0,
  };
}

const GRADES: readonly EvidenceGrade[] = ["document_seen", "document_seen", "document_seen", "independent_source", "own_visit", "reported_only"];

/** Mostly as suggested; one in twelve a step above, one a step below, each with a written reason. Silence is not judged as failure. */
function statusOf(suggested: MeasureStatus | null, by: ToJudge["by"], draw: number): MeasureStatus {
  if (suggested === null) return by === "text" ? "in_progress" : "cannot_be_assessed";
  if (by === "silence" && suggested === "not_implemented") return "cannot_be_assessed";
  if (draw === 0 && suggested === "in_progress") return "partially_implemented";
  if (draw === 1 && suggested === "implemented") return "partially_implemented";
  if (draw === 2 && suggested === "in_progress") return "not_started";
  return suggested;
}

/** Of the achieved indicators of 2020 about three fifths rest on documents, an eighth on other sources, the rest on the body's word. */
const SHARES_2020: readonly [grade: EvidenceGrade, indicators: number][] = [["document_seen", 31], ["independent_source", 4], ["own_visit", 2], ["reported_only", 14]];

function gradesOf2020(measures: readonly ToJudge[]): EvidenceGrade[] {
  const left = new Map(SHARES_2020);
  return measures.map(({ achieved }) => {
    const [grade = "reported_only"] = [...left].find(([, room]) => room >= Math.max(1, achieved)) ?? [];
    left.set(grade, (left.get(grade) ?? 0) - achieved);
    return grade;
  });
}
