import type { ErrorCode } from "~/domain/errors";
import type { AccessLevel, Id } from "~/domain/facts";
import { changesOfMeasure, type MeasureChange } from "~/domain/measure-changes";
import { containsPeriod } from "~/domain/periods";
import type { Actor } from "~/domain/permissions";
import { printedPercent } from "~/domain/printing";
import type { Light } from "~/domain/reading";
import { leadOf } from "~/domain/structure";
import type { Timeliness } from "~/domain/timeliness";
import { judgedTogether } from "~/domain/verdict-checks";
import { recordRestrictedRead } from "~/features/audit/record-restricted-read.server";
import { disruptionsOf, type MeasureView } from "~/features/plan/measure-view";
import type { PartHead } from "~/features/plan/part-head";
import { crumbsTo } from "~/features/plan/plan-crumbs";
import { planBasis } from "~/features/plan/plan-labels";
import { abbreviation, fullName, printExecutors } from "~/features/plan/print-measure";
import type { ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { SeriesModel } from "~/ui/series-model";
import type { Db } from "~db/client.server";
import { agencyCode, chosenExecutor, fieldsOfVerdict, type ExecutorView } from "./executors-to-judge";
import { findReplyDays } from "./find-reply-days.server";
import { jointView, type JointView } from "./joint-view";
import { openScoring, seenBy } from "./open-scoring.server";
import { readClaims, type ClaimView } from "./read-claims.server";
import { readSaid, type SaidOfMeasure } from "./read-said.server";
import { readVerdicts } from "./read-verdicts.server";
import { seriesOf } from "./series-of-measure.server";
import { sinceVerdict, type SinceVerdict } from "./since-verdict.server";
import { paceOf, placeOf, reportedOf } from "./standing-of-measure";
import { suggestionView, type SuggestionView } from "./suggestion-words";
import { valuesAgainstTargets } from "./values-against-targets";
import { TOGETHER, type MeasureAsked } from "./verdict-input";
import type { VerdictView } from "./verdict-view";

export interface ScoringMeasureView extends PartHead, SaidOfMeasure {
  periodKey: string;
  access: AccessLevel;
  executorsLine: string;
  dueOn: string | null;
  isDue: boolean;
  place: ReturnType<typeof placeOf>;
  reported: Timeliness | null;
  pace: { light: Light; progress: string; expected: string } | null;
  claims: ClaimView[];
  leadClaim: ClaimView | null;
  series: SeriesModel[];
  disruptions: MeasureView["disruptions"];
  changes: MeasureChange[];
  suggestion: SuggestionView;
  joint: JointView;
  executors: ExecutorView[];
  chosen: string;
  /** the form as the last draft filled it; null = a first verdict, nothing is chosen beforehand */
  initial: Record<string, string> | null;
  /** what has changed since that verdict */
  since: SinceVerdict | null;
  amendments: { id: Id; no: number; inForceFrom: string }[];
  seen: string;
  /** days of the right of reply */
  replyDays: number;
  history: VerdictView[];
  /** why the actor cannot judge, as the refusal's code; null = can */
  refusal: ErrorCode | null;
}

/** The evaluators' screen of a measure in a round, and its table of values. Reading a restricted one is recorded. Throws not_found. */
export async function getScoringMeasure(db: Db, actor: Actor, now: string, asked: MeasureAsked & { executor: string | null }, words: Words): Promise<{ view: ScoringMeasureView; table: ReportTable }> {
  const open = await openScoring(db, actor, now, asked);
  const { plan, scored, suggestion } = open;
  const { reading, measure, subject } = scored;
  const { periodKey } = plan.cycle;
  const access = subject.access ?? "public";
  if (access === "restricted") await recordRestrictedRead(db, actor, now, { plan: reading.plan.code, measure: measure.fact.code });

  const about = { subject, agencies: reading.agencies, plan: reading.plan };
  const history = await readVerdicts(db, actor, now, open.rows, about, words);
  const together = new Set(judgedTogether(measure.fact).map(({ agencyId }) => agencyId));
  const executors = measure.fact.executors.map(({ agencyId, role, byConsent }): ExecutorView => ({
    agencyId, role, byConsent, code: agencyCode(reading.agencies, agencyId),
    isJudgedTogether: together.has(agencyId),
    agency: abbreviation(reading.agencies, agencyId, words), name: fullName(reading.agencies, agencyId, words),
    latest: history.find((verdict) => verdict.agencyId === agencyId && verdict.periodKey === periodKey && !verdict.isReplaced) ?? null,
  }));
  const judged = executors.filter(({ isJudgedTogether }) => isJudgedTogether);
  const chosen = chosenExecutor(asked.executor, executors);
  const latest = (chosen === TOGETHER ? judged[0] : executors.find(({ code }) => code === chosen))?.latest ?? null;
  const claims = await readClaims(db, actor, measure.fact.id, { subject, agencies: reading.agencies, knownAt: reading.knownAt }, words);
  const inRound = claims.filter((claim) => containsPeriod(periodKey, claim.periodKey));
  const lead = leadOf(measure.fact)?.agencyId;
  const pace = paceOf(plan, scored);
  const changes = changesOfMeasure(reading.plan.versions.map(({ structure }) => structure), measure.fact.id, (id) => reading.tree.indicatorById.has(id));
  return {
    table: valuesAgainstTargets(plan, scored, words),
    view: {
      planCode: reading.plan.code, periodKey, code: measure.fact.code,
      title: chooseText(measure.fact.title, words.print.language).text, name: measure.fact.title,
      illustrative: reading.plan.illustrative, access,
      basis: planBasis(reading, periodKey),
      crumbs: crumbsTo(reading, measure.node, measure, words),
      executorsLine: printExecutors(measure.fact, reading.agencies, words),
      dueOn: measure.fact.dueOn, isDue: scored.isDue,
      place: placeOf(actor, open),
      reported: reportedOf(open, now),
      pace: pace && { light: pace.light, progress: words.print.number(printedPercent(pace.progress)), expected: words.print.number(printedPercent(pace.expected)) },
      claims: inRound, leadClaim: inRound.find(({ agencyId }) => agencyId === lead) ?? null,
      ...(await readSaid(db, actor, scored, periodKey, words)),
      series: await seriesOf(db, actor, now, open, words),
      disruptions: disruptionsOf(reading, measure),
      changes,
      suggestion: suggestionView(suggestion, { tree: reading.tree, dueOn: measure.fact.dueOn }, words),
      joint: jointView(scored.verdict, reading.agencies, words),
      executors, chosen,
      initial: fieldsOfVerdict(latest),
      since: latest === null ? null : await sinceVerdict(db, open, latest, changes),
      amendments: reading.plan.versions.slice(1).map(({ structure }) => ({ id: structure.planVersionId, no: structure.versionNo, inForceFrom: structure.inForceFrom })),
      seen: seenBy(open),
      replyDays: await findReplyDays(db),
      history,
      refusal: open.refusal,
    },
  };
}
