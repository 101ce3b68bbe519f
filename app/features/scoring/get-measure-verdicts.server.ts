import { entryWindow } from "~/domain/entry-window";
import { DomainError } from "~/domain/errors";
import type { Id, MeasureStatus, PeriodKey } from "~/domain/facts";
import { comparePeriods, containsPeriod } from "~/domain/periods";
import { can, visibleScope, type Actor } from "~/domain/permissions";
import { measureByCode } from "~/domain/structure";
import { fullName } from "~/features/plan/print-measure";
import { readPlan } from "~/features/plan/read-plan.server";
import type { ReadingQuestion } from "~/features/plan/reading-question";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { recallFacts } from "~db/plan-memory.server";
import { listRounds } from "~db/queries/obligations";
import { listVerdicts } from "~db/queries/verdicts";
import { toRound } from "../value/open-obligation.server";
import { scoringPath } from "./addresses";
import { jointView, type JointView } from "./joint-view";
import { readClaims, type ClaimView } from "./read-claims.server";
import { readVerdicts } from "./read-verdicts.server";
import { subjectsIn, verdictIn } from "./scoring-plan.server";
import type { VerdictView } from "./verdict-view";

/** A form in which one body claims what became of the measure. */
export interface ClaimForm {
  agencyId: Id;
  agency: string;
  /** rounds open now, the one that closes first before the others, with how many claims the body made in each */
  rounds: { cycleId: Id; periodKey: PeriodKey; closesOn: string; seen: number }[];
}

export interface MeasureVerdicts {
  /** the period the page is of; where it has no verdict yet, the last one inside it that has */
  periodKey: PeriodKey;
  status: MeasureStatus | null;
  joint: JointView;
  /** final verdicts of that period, and the drafts the reader may see */
  inPeriod: VerdictView[];
  /** all others that the reader may see, the newest first */
  others: VerdictView[];
  claims: ClaimView[];
  claimForms: ClaimForm[];
  /** the evaluators' screen of the measure; null where the reader judges nothing */
  scoringHref: string | null;
}

/** What evaluators judged of a measure, what bodies claim of it, and what the reader may do about it. Throws not_found. */
export async function getMeasureVerdicts(db: Db, actor: Actor, now: string, asked: { planCode: string; code: string; periodKey: PeriodKey; question?: ReadingQuestion }, words: Words): Promise<MeasureVerdicts> {
  const { planCode } = asked;
  const reading = await readPlan(db, actor, now, planCode, { ...asked.question, periodKey: asked.periodKey });
  const measure = measureByCode(reading.tree, asked.code);
  if (measure === null) throw new DomainError("not_found");
  const { id } = measure.fact;
  const facts = await recallFacts(db, reading.plan.id, reading.knownAt, now);
  const subject = subjectsIn(reading)(measure);
  const about = { subject, agencies: reading.agencies, plan: reading.plan, knownAt: reading.knownAt };
  const views = await readVerdicts(db, actor, reading.knownAt, await listVerdicts(db, id, reading.knownAt), about, words);
  const judgedIn = views.map((each) => each.periodKey).filter((key) => containsPeriod(asked.periodKey, key)).sort(comparePeriods);
  const periodKey = judgedIn.includes(asked.periodKey) ? asked.periodKey : (judgedIn.at(-1) ?? asked.periodKey);
  const verdict = verdictIn(reading, measure, facts.verdicts.filter(({ measureId }) => measureId === id), periodKey);
  const isOfPeriod = (each: VerdictView) => each.periodKey === periodKey && !each.isReplaced;
  const claims = await readClaims(db, actor, id, about, words);
  const rounds = (await listRounds(db, reading.plan.id)).map(toRound);
  const open = rounds.flatMap(({ cycleId, periodKey: key, window }) => { const entry = entryWindow(window, now); return entry.ok ? [{ cycleId, periodKey: key, closesOn: entry.closesOn }] : []; });
  const executors = [...new Set(measure.fact.executors.map(({ agencyId }) => agencyId))];
  const claiming = visibleScope(actor).claimsFor.filter((agencyId) => executors.includes(agencyId) && can(actor, "claim_completion", { ...subject, executors: measure.fact.executors, agencyId }).ok);
  // what was known on an earlier day can be read, not answered
  const isNow = reading.knownAt === now;
  const judges = can(actor, "score_measure", subject);
  return {
    periodKey,
    status: verdict.status,
    joint: jointView(verdict, reading.agencies, words),
    inPeriod: views.filter(isOfPeriod),
    others: views.filter((each) => !isOfPeriod(each)),
    claims,
    claimForms: !isNow || open.length === 0 ? [] : claiming.map((agencyId) => ({
      agencyId, agency: fullName(reading.agencies, agencyId, words),
      rounds: open.map((round) => ({ ...round, seen: claims.filter((claim) => claim.agencyId === agencyId && claim.cycleId === round.cycleId).length })),
    })),
    scoringHref: isNow && judges.ok && rounds.some((round) => round.periodKey === periodKey && round.window.opensOn <= reading.today) ? scoringPath(planCode, periodKey, measure.fact.code) : null,
  };
}
