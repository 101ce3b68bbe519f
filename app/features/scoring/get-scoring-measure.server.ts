import { earlier, isBy } from "~/domain/dates";
import type { ErrorCode } from "~/domain/errors";
import type { AccessLevel, Id, LocalText } from "~/domain/facts";
import { changesOfMeasure, type MeasureChange } from "~/domain/measure-changes";
import { measurePace } from "~/domain/measure-pace";
import { containsPeriod, period } from "~/domain/periods";
import type { Actor } from "~/domain/permissions";
import { printedPercent } from "~/domain/printing";
import type { Light } from "~/domain/reading";
import { timeliness, type Timeliness } from "~/domain/timeliness";
import { judgedTogether } from "~/domain/verdict-checks";
import { recordRestrictedRead } from "~/features/audit/record-restricted-read.server";
import { indicatorAnswer } from "~/features/indicator/indicator-view";
import { readSeries } from "~/features/indicator/read-series.server";
import { disruptionsOf, type MeasureView } from "~/features/plan/measure-view";
import { crumbsTo, type PlanCrumb } from "~/features/plan/plan-crumbs";
import { planBasis, type PlanBasis } from "~/features/plan/plan-labels";
import { abbreviation, fullName, printExecutors } from "~/features/plan/print-measure";
import type { ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { SeriesModel } from "~/ui/series-model";
import type { Db } from "~db/client.server";
import { listVerdictBasis } from "~db/queries/verdicts";
import { scoringPath } from "./addresses";
import { agencyCode, chosenExecutor, fieldsOfVerdict, type ExecutorView } from "./executors-to-judge";
import { findReplyDays } from "./find-reply-days.server";
import { jointView, type JointView } from "./joint-view";
import { openScoring, seenBy, type OpenScoring } from "./open-scoring.server";
import { readClaims, type ClaimView } from "./read-claims.server";
import { readSaid, type SaidOfMeasure } from "./read-said.server";
import { readVerdicts } from "./read-verdicts.server";
import { judgeable } from "./scoring-plan.server";
import { suggestionView, type SuggestionView } from "./suggestion-words";
import { valuesAgainstTargets } from "./values-against-targets";
import { TOGETHER, type MeasureAsked } from "./verdict-input";
import type { VerdictView } from "./verdict-view";

export interface ScoringMeasureView extends SaidOfMeasure {
  planCode: string;
  periodKey: string;
  code: string;
  title: string;
  name: LocalText;
  illustrative: boolean;
  access: AccessLevel;
  basis: PlanBasis & { of: "in_force_on_1_january" | "current"; date: string };
  crumbs: PlanCrumb[];
  executorsLine: string;
  dueOn: string | null;
  isDue: boolean;
  /** place in the actor's queue; null when it is not in it */
  place: { no: number; of: number; previous: string | null; next: string | null } | null;
  /** worst of what the measure's bodies owed in the period; null = nothing */
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
  /** more than one is obliged: the form asks whether all are judged alike */
  mayJudgeTogether: boolean;
  chosen: string;
  /** the form as the last draft filled it; null = a first verdict, nothing is chosen beforehand */
  initial: Record<string, string> | null;
  /** since that verdict: what amendments did to the measure, and whose values are others now */
  since: { changes: MeasureChange[]; values: string[] } | null;
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
  const executors = measure.fact.executors.map(({ agencyId, role, byConsent }): ExecutorView => ({
    agencyId, role, byConsent, code: agencyCode(reading.agencies, agencyId),
    agency: abbreviation(reading.agencies, agencyId, words), name: fullName(reading.agencies, agencyId, words),
    latest: history.find((verdict) => verdict.agencyId === agencyId && verdict.periodKey === periodKey && !verdict.isReplaced) ?? null,
  }));
  const together = judgedTogether(measure.fact).map(({ agencyId }) => agencyId);
  const judged = executors.filter(({ agencyId }) => together.includes(agencyId));
  const chosen = chosenExecutor(asked.executor, executors, judged);
  const latest = (chosen === TOGETHER ? judged[0] : executors.find(({ code }) => code === chosen))?.latest ?? null;
  const claims = await readClaims(db, actor, measure.fact.id, { subject, agencies: reading.agencies, knownAt: reading.knownAt }, words);
  const inRound = claims.filter((claim) => containsPeriod(periodKey, claim.periodKey));
  const lead = measure.fact.executors.find(({ role }) => role === "lead")?.agencyId;
  const changes = changesOfMeasure(reading.plan.versions.map(({ structure }) => structure), measure.fact.id, (id) => reading.tree.indicatorById.has(id));
  return {
    table: valuesAgainstTargets(plan, scored, words),
    view: {
      planCode: reading.plan.code, periodKey, code: measure.fact.code,
      title: chooseText(measure.fact.title, words.print.language).text, name: measure.fact.title,
      illustrative: reading.plan.illustrative, access,
      basis: { ...planBasis(reading), of: reading.basis === "current" ? "current" : "in_force_on_1_january", date: `${periodKey.slice(0, 4)}-01-01` },
      crumbs: crumbsTo(reading, measure.node, measure, words),
      executorsLine: printExecutors(measure.fact, reading.agencies, words),
      dueOn: measure.fact.dueOn, isDue: scored.isDue,
      place: placeOf(actor, open),
      reported: reportedOf(open, now),
      pace: paceOf(open, words),
      claims: inRound, leadClaim: inRound.find(({ agencyId }) => agencyId === lead) ?? null,
      ...(await readSaid(db, actor, scored, periodKey, words)),
      series: await seriesOf(db, actor, now, open, words),
      disruptions: disruptionsOf(reading, measure),
      changes,
      suggestion: suggestionView(suggestion, { tree: reading.tree, dueOn: measure.fact.dueOn }, words),
      joint: jointView(scored.verdict, reading.agencies, words),
      executors, chosen, mayJudgeTogether: judged.length > 1,
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

function placeOf(actor: Actor, { plan, scored }: OpenScoring): ScoringMeasureView["place"] {
  const list = judgeable(actor, plan);
  const index = list.indexOf(scored);
  if (index < 0) return null;
  const pathOf = (at: number) => { const each = list[at]; return each === undefined ? null : scoringPath(plan.reading.plan.code, plan.cycle.periodKey, each.measure.fact.code); };
  return { no: index + 1, of: list.length, previous: pathOf(index - 1), next: pathOf(index + 1) };
}

/** Not sent outweighs late, late outweighs in time. */
const WORST: readonly Timeliness[] = ["overdue", "late", "not_yet_due", "on_time"];

function reportedOf({ plan, scored }: OpenScoring, now: string): Timeliness | null {
  const own = new Set(scored.measure.indicators.map(({ id }) => id));
  const owed = plan.obligations.filter(({ indicatorId, periodKey }) => own.has(indicatorId) && containsPeriod(plan.cycle.periodKey, periodKey));
  const states = owed.map((each) => timeliness(each, now));
  return WORST.find((state) => states.includes(state)) ?? null;
}

function paceOf({ plan, scored }: OpenScoring, { print }: Words): ScoringMeasureView["pace"] {
  const { reading, measure, readings } = scored;
  const on = earlier(period(plan.cycle.periodKey).endsOn, reading.today);
  const pace = measurePace(measure, { tree: reading.tree, readings, disruptions: reading.disruptions, on, policy: plan.policy });
  return pace === null ? null : { light: pace.light, progress: print.number(printedPercent(pace.progress)), expected: print.number(printedPercent(pace.expected)) };
}

/** A small chart an indicator, as its own page draws it, under its name; none where there is nothing to draw. */
async function seriesOf(db: Db, actor: Actor, now: string, { plan, scored }: OpenScoring, words: Words): Promise<SeriesModel[]> {
  const { reading, measure } = scored;
  const models: SeriesModel[] = [];
  for (const indicator of measure.indicators) {
    const series = await readSeries(db, actor, now, reading, indicator, words);
    const { view } = indicatorAnswer(reading, indicator, { year: plan.cycle.periodKey.slice(0, 4), series, sources: new Map(), words });
    const isDrawn = view.series.lines.some(({ points, targets }) => targets.length > 0 || points.some(({ value }) => value !== null));
    if (isDrawn) models.push({ ...view.series, title: view.title });
  }
  return models;
}

/** What the verdict stood on is kept with it; here is what has moved since. */
async function sinceVerdict(db: Db, { scored, suggestion, rows }: OpenScoring, latest: VerdictView, changes: readonly MeasureChange[]): Promise<NonNullable<ScoringMeasureView["since"]>> {
  const row = rows.find(({ id }) => id === latest.id);
  const draftedAt = rows.find(({ id }) => id === row?.draft_id)?.recorded_at ?? latest.at;
  const later = new Set(scored.reading.plan.versions.filter(({ acceptedAt }) => !isBy(acceptedAt, draftedAt)).map(({ structure }) => structure.planVersionId));
  const stood = await listVerdictBasis(db, row?.draft_id ?? latest.id);
  const keys = (basis: typeof stood) => new Set(basis.map(({ measurementId, no }) => `${measurementId}/${no}`));
  const [then, now] = [keys(stood), keys(suggestion.standsOn)];
  const moved = [...suggestion.standsOn.filter(({ measurementId, no }) => !then.has(`${measurementId}/${no}`)), ...stood.filter(({ measurementId, no }) => !now.has(`${measurementId}/${no}`))];
  const indicatorOf = new Map(scored.reading.values.map(({ measurementId, indicatorId }) => [measurementId, indicatorId]));
  const codes = moved.flatMap(({ measurementId }) => scored.reading.tree.indicatorById.get(indicatorOf.get(measurementId) ?? "")?.code ?? []);
  return { changes: changes.filter(({ planVersionId }) => later.has(planVersionId)), values: [...new Set(codes)].sort() };
}
