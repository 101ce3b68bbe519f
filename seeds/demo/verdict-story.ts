import type { Executor, MeasureStatus } from "../../app/domain/facts";
import type { Actor } from "../../app/domain/permissions";
import { replyUntil, RIGHT_OF_REPLY_DAYS } from "../../app/domain/right-of-reply";
import { isDeciding, obligedExecutors } from "../../app/domain/structure";
import { judgedTogether } from "../../app/domain/verdict-checks";
import { readScoringPlan, type ScoredMeasure } from "../../app/features/scoring/scoring-plan.server";
import { suggestFor, type SuggestionFor } from "../../app/features/scoring/suggest-for";
import type { Db, Trx } from "../../db/client.server";
import { inTransaction } from "../../db/transaction.server";
import { addRows, insertRows, textRow, type Rows } from "../acts";
import { seedId, seedNumber } from "../seed-id";
import { accountId, authorOf } from "./accounts";
import { evaluatorsBeside } from "./evaluator-for";
import { plannedJudgements, type Judgement, type JudgedRound } from "./verdict-rounds";
import { textOf } from "./verdict-texts";

/**
 * What evaluators judged and bodies answered: drafts, replies, final verdicts. Each is told at its moment from what had
 * been recorded by then, so that what rule 16 suggests is what the system would have suggested.
 */
interface VerdictAct {
  at: string;
  tell(db: Db): Promise<void>;
}

export const verdictActs = (rounds: readonly JudgedRound[]): VerdictAct[] =>
  rounds.flatMap((round) => round.sittings.flatMap((sitting) => {
    const judged = onceRead(round, sitting);
    return [{ at: sitting.at, tell: (db: Db) => tellDrafts(db, round, sitting, judged) }, ...repliesAct(round, sitting, judged), ...finalAct(round, sitting, judged)];
  }));

/** What a sitting judges. The replies and the final word are about the drafts, so all read what was known when those were written. */
type ReadJudged = (db: Db) => Promise<Judged[]>;

function onceRead(round: JudgedRound, sitting: Sitting): ReadJudged {
  let read: Promise<Judged[]> | null = null;
  return (db) => (read ??= judgedIn(db, round, sitting.at).then((all) => all.filter(({ judgement }) => judgement.sitting === sitting.no)));
}

type Sitting = JudgedRound["sittings"][number];

/** Reads everything and judges nothing; who signs is chosen for each measure. */
const READER: Actor = { userId: accountId("evaluator.scmu"), grants: [{ role: "evaluator", agencyId: null }], ceiling: "restricted" };

interface Judged {
  scored: ScoredMeasure;
  suggestion: SuggestionFor;
  judgement: Judgement;
  evaluatorId: string;
  executors: Executor[];
}

async function judgedIn(db: Db, round: JudgedRound, at: string): Promise<Judged[]> {
  const plan = await readScoringPlan(db, READER, at, { planCode: round.plan, periodKey: round.period });
  const all = plan.measures.flatMap((scored) => {
    const executors = judgedTogether(scored.measure.fact);
    const evaluatorId = evaluatorOf(scored, round.period);
    const suggestion = suggestFor(scored.reading, scored.measure, round.period, plan.claims);
    // a quarter is judged by what was reported or said in it; at the end of the year silence is judged too
    const isJudged = suggestion.status !== null || (scored.isDue && (round.kind === "annual" || judgedBy(scored) === "text"));
    return evaluatorId === null || executors.length === 0 || !isJudged ? [] : [{ scored, executors, evaluatorId, suggestion }];
  });
  const judgements = plannedJudgements(round, all.map(({ scored, suggestion }) => ({ id: scored.measure.fact.id, suggested: suggestion.status, by: judgedBy(scored), achieved: achievedOf(scored), isShared: obligedExecutors(scored.measure.fact).length > 1 })));
  return all.flatMap((each, index) => { const judgement = judgements[index]; return judgement == null ? [] : [{ ...each, judgement }]; });
}

function judgedBy({ measure, readings }: ScoredMeasure): "values" | "silence" | "text" {
  const deciding = measure.indicators.filter(isDeciding);
  if (deciding.length === 0) return "text";
  return deciding.some(({ id }) => readings.get(id)?.reported === true) ? "values" : "silence";
}

const achievedOf = ({ measure, readings }: ScoredMeasure) =>
  measure.indicators.filter((indicator) => { const read = readings.get(indicator.id); return isDeciding(indicator) && read?.due === "due" && read.achieved === "achieved"; }).length;

/** Nobody of a body that leads the measure or is obliged to execute it; cleared for it. Null = nobody may. */
function evaluatorOf({ subject, reading }: ScoredMeasure, ...names: string[]): string | null {
  const obliged = (subject.executors ?? []).filter(({ byConsent }) => !byConsent).map((executor) => executor.agencyId);
  const able = evaluatorsBeside(obliged.flatMap((id) => reading.agencies.get(id)?.code ?? []), subject.access ?? "public");
  return able[seedNumber(Math.max(1, able.length), "verdict by", ...obliged, ...names)]?.id ?? null;
}

const verdictId = (round: JudgedRound, judged: Judged, executor: Executor, seq: number) =>
  seedId("verdict", round.plan, round.period, judged.scored.measure.fact.id, executor.agencyId, seq);
const cycleOf = (round: JudgedRound) => seedId("cycle", round.plan, round.period, round.kind);

async function tellDrafts(db: Db, round: JudgedRound, sitting: Sitting, read: ReadJudged): Promise<void> {
  await tellVerdicts(db, "score_measure", sitting.at, await read(db), (...each) => {
    const { texts, verdict } = verdictRow(round, ...each, sitting.at);
    return { texts, verdict, id: verdictId(round, each[0], each[1], 1), seq: 1, stage: "draft", draftId: null };
  });
}

interface ToldVerdict extends ReturnType<typeof verdictRow> {
  id: string;
  seq: number;
  stage: "draft" | "final";
  draftId: string | null;
}

/** One row an executor, each with the values it stands on. */
async function tellVerdicts(db: Db, action: string, at: string, judged: readonly Judged[], told: (each: Judged, executor: Executor, position: number) => ToldVerdict): Promise<void> {
  const rowsOf = (each: Judged) => each.executors.map((executor, position): Rows => {
    const { id, seq, stage, draftId, texts, verdict } = told(each, executor, position);
    return {
      content: texts,
      verdict: [{ ...verdict, id, seq, stage, draft_id: draftId, recorded_at: at, idem_key: seedId("idem_key", "verdict", id) }],
      verdict_basis: each.suggestion.standsOn.map(({ measurementId, no }) => ({ verdict_id: id, measurement_id: measurementId, no })),
    };
  }).reduce(addRows, {});
  await sign(db, action, at, judged, ({ evaluatorId }) => evaluatorId, rowsOf);
}

function verdictRow(round: JudgedRound, { scored, suggestion, judgement, evaluatorId }: Judged, executor: Executor, position: number, at: string) {
  // of a shared measure that the bodies carry unevenly the others lag behind the lead
  const status: MeasureStatus = judgement.isUneven && position > 0 ? "in_progress" : judgement.status;
  const names = [round.period, scored.measure.fact.id, executor.agencyId];
  const isOpen = scored.subject.access !== "restricted";
  const text = isOpen || status === "cannot_be_assessed" ? textRow(textOf(status, ...names), at) : null;
  const differs = suggestion.status !== null && suggestion.status !== status ? textRow(textOf("differs", ...names), at) : null;
  return {
    texts: [text, differs].filter((each) => each !== null),
    verdict: {
      measure_id: scored.measure.fact.id, cycle_id: cycleOf(round), agency_id: executor.agencyId, status, suggested: suggestion.status,
      differs_reason_digest: differs && differs.digest, text_digest: text && text.digest, evidence_grade: judgement.grade,
      ...(status === "suspended" ? stillBy(scored) : { legal_basis: null, from_on: null, to_on: null }), amendment_id: null, method_no: scored.reading.rulesVersion,
      reply_until: replyUntil(at, RIGHT_OF_REPLY_DAYS), evaluator_id: evaluatorId,
    },
  };
}

/** The act and the days of what makes the measure, or an indicator of it, stand still. */
function stillBy({ measure, reading }: ScoredMeasure) {
  const ids = [measure.fact.id, ...measure.indicators.map(({ id }) => id)];
  const stop = reading.disruptions.find(({ scopeId, effect }) => ids.includes(scopeId) && (effect === "pause" || effect === "waive"));
  return { legal_basis: stop?.legalBasis ?? "Рішення координатора", from_on: stop?.from ?? measure.fact.startsOn ?? reading.today, to_on: stop?.to ?? null };
}

/** Bodies that answer do so together on one day; who agrees and who remarks is the judgement's. */
function repliesAct(round: JudgedRound, sitting: Sitting, read: ReadJudged): VerdictAct[] {
  const { repliedAt: at } = sitting;
  if (at === null) return [];
  return [{
    at,
    tell: async (db) => {
      const judged = (await read(db)).filter(({ judgement }) => judgement.reply !== null);
      const answers = judged.flatMap((each) => each.executors.map((executor) => ({ each, executor })));
      await sign(db, "reply_to_verdict", at, answers, ({ each, executor }) => authorOf(codeOf(each, executor)), ({ each, executor }) => {
        const remarks = each.judgement.reply === "remarks" ? textRow(textOf("remarks", round.period, executor.agencyId), at) : null;
        const draft = verdictId(round, each, executor, 1);
        return {
          content: remarks === null ? [] : [remarks],
          verdict_reply: [{
            id: seedId("verdict_reply", draft), verdict_id: draft, agency_id: executor.agencyId, agreed: remarks === null,
            text_digest: remarks && remarks.digest, by_id: authorOf(codeOf(each, executor)), recorded_at: at,
          }],
        };
      });
    },
  }];
}

function finalAct(round: JudgedRound, sitting: Sitting, read: ReadJudged): VerdictAct[] {
  const { finalAt: at } = sitting;
  if (at === null) return [];
  return [{
    at,
    // the final word repeats the draft, whose texts are there already
    tell: async (db) => tellVerdicts(db, "finalise_verdict", at, (await read(db)).filter(({ judgement }) => judgement.isFinal), (...each) => {
      const { verdict } = verdictRow(round, ...each, sitting.at);
      return { texts: [], verdict, id: verdictId(round, each[0], each[1], 2), seq: 2, stage: "final", draftId: verdictId(round, each[0], each[1], 1) };
    }),
  }];
}

const codeOf = ({ scored }: Judged, executor: Executor) => scored.reading.agencies.get(executor.agencyId)?.code ?? "";

/** One act a person. */
async function sign<T>(db: Db, action: string, now: string, items: readonly T[], by: (item: T) => string, rowsOf: (item: T) => Rows): Promise<void> {
  for (const actorId of new Set(items.map(by))) {
    await inTransaction(db, { actorId, action, now }, async (trx) => insertRows(trx, await untold(trx, items.filter((item) => by(item) === actorId).map(rowsOf).reduce(addRows, {}))));
  }
}

/** Without the rows that are there already: the guards ask of each row what only holds the first time. */
async function untold(trx: Trx, rows: Rows): Promise<Rows> {
  const [verdicts, replies] = [rows.verdict ?? [], rows.verdict_reply ?? []];
  const idsOf = (listed: readonly { id?: string }[]) => listed.flatMap(({ id }) => id ?? []);
  const there = new Set([
    ...(verdicts.length === 0 ? [] : await trx.selectFrom("verdict").select("id").where("id", "in", idsOf(verdicts)).execute()),
    ...(replies.length === 0 ? [] : await trx.selectFrom("verdict_reply").select("id").where("id", "in", idsOf(replies)).execute()),
  ].map(({ id }) => id));
  const isNew = ({ id = "" }: { id?: string }) => !there.has(id);
  return { ...rows, verdict: verdicts.filter(isNew), verdict_reply: replies.filter(isNew) };
}
