import { closesOn } from "~/domain/entry-window";
import type { Content, LocalText, ValueType } from "~/domain/facts";
import { period, yearKey, yearOf } from "~/domain/periods";
import type { Actor } from "~/domain/permissions";
import { mayRepeatUnchanged } from "~/domain/submission-checks";
import { lastTarget, targetOfYear } from "~/domain/targets";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { SeriesModel } from "~/ui/series-model";
import type { Db } from "~db/client.server";
import { readTexts } from "~db/queries/content";
import { findDraft } from "~db/queries/drafts";
import { recordRestrictedRead } from "../audit/record-restricted-read.server";
import { flowSpan } from "../indicator/figures";
import { printTarget } from "../indicator/print-content";
import { printWithin, type Span } from "../indicator/print-within";
import { fieldsOfVersion } from "./fields-of-version.server";
import { indicatorHead, type IndicatorHead } from "./indicator-head";
import { entrySeries } from "./entry-series";
import { latestOf, submissionOf, wasVerified } from "./measurement-facts.server";
import { openObligation, windowOf, type OpenObligation } from "./open-obligation.server";
import { printValue } from "./print-value";
import { contentOfRow, decimal } from "./stored-content";

export interface VersionLine {
  no: number;
  value: string;
  at: string;
  own: boolean;
}

/** Everything the entry page shows; figures are printed in the reader's language. */
export interface EntryView {
  id: string;
  head: IndicatorHead;
  agency: string;
  periodKey: string;
  /** the day the value is asked for */
  holdsOn: string;
  dueOn: string;
  state: OpenObligation["state"];
  excludedReason: string | null;
  valueType: ValueType;
  partLabels: { numerator: LocalText; denominator: LocalText };
  options: { value: string; label: string }[];
  isRestricted: boolean;
  isCumulative: boolean;
  needsReason: boolean;
  needsApproval: boolean;
  last: { value: string; on: string; numerator: string | null; denominator: string | null } | null;
  target: { value: string; periodKey: string } | null;
  finalTarget: { value: string; on: string | null } | null;
  baseline: { value: string; when: string } | null;
  measureDueOn: string | null;
  repeat: { value: string; on: string } | null;
  window: { open: true; closesOn: string } | { open: false; notYet: boolean; opensOn: string; closedOn: string };
  late: { periodKey: string; closesOn: string } | null;
  /** nothing was sent for the period before: what is sent now is late for good */
  isFirst: boolean;
  returned: { reason: string | null; at: string; byBody: boolean } | null;
  measurementId: string | null;
  versions: VersionLine[];
  baseNo: number | null;
  /** what the boxes hold before anything is typed */
  initial: Record<string, string>;
  draftAt: string | null;
  series: SeriesModel | null;
}

/** The entry form of an obligation. A reading of a restricted one is logged. Throws not_found or the refusal. */
export async function getEntryForm(db: Db, actor: Actor, now: string, obligationId: string, words: Words): Promise<EntryView> {
  const open = await openObligation(db, actor, now, obligationId, "save_draft");
  const { obligation, context, facts } = open;
  const { indicator, passport } = context;
  if (open.access === "restricted") await recordRestrictedRead(db, actor, now, { obligationId });
  const head = indicatorHead(context, words);
  const latest = latestOf(facts);
  const draft = await findDraft(db, actor.userId, obligationId);
  const span = flowSpan(indicator, obligation.period_key);
  const ofYear = (printed: string) => printWithin(printed, span, "year", words.t);
  const print = (content: Content) => printValue(content, indicator, passport.unit, words);
  const target = targetOfYear(indicator, obligation.period_key);
  const final = lastTarget(indicator);
  return {
    id: obligation.id,
    head,
    agency: words.print.language === "uk" ? obligation.agency_abbr_uk : obligation.agency_abbr_en,
    periodKey: obligation.period_key,
    holdsOn: period(obligation.period_key).endsOn,
    dueOn: obligation.due_on,
    state: open.state,
    excludedReason: obligation.excluded_reason,
    valueType: indicator.valueType,
    partLabels: { numerator: passport.numerator, denominator: passport.denominator },
    options: optionsOf(open, words),
    isRestricted: context.access === "restricted",
    isCumulative: indicator.aggregation === "cumulative_entered",
    needsReason: wasVerified(facts),
    needsApproval: obligation.needs_approval,
    last: lastOf(open, span, words),
    target: target === null ? null : { value: ofYear(printTarget(target, indicator, passport.unit, words)), periodKey: target.periodKey ?? yearKey(yearOf(obligation.period_key)) },
    finalTarget: final === null || final === target ? null : { value: ofYear(printTarget(final, indicator, passport.unit, words)), on: final.periodKey },
    baseline: baselineOf(open, (content) => ofYear(print(content))),
    measureDueOn: context.measure?.dueOn ?? null,
    repeat: open.previous !== null && mayRepeatUnchanged(indicator) && open.state === "open" ? { value: print(open.previous.content), on: open.previous.on } : null,
    ...windowView(open, now),
    isFirst: facts.submissions.length === 0,
    returned: await returnedOf(db, open),
    measurementId: facts.id,
    versions: facts.versions.map((version) => {
      const content = contentOfRow(version);
      return { no: version.no, value: content === null ? "" : printValue(content, indicator, passport.unit, words), at: version.recorded_at, own: version.author_id === actor.userId };
    }),
    baseNo: draft?.baseNo ?? latest?.no ?? null,
    initial: draft !== null ? { ...draft.body } : latest !== null ? await fieldsOfVersion(db, latest, words.print.language) : {},
    draftAt: draft?.updatedAt ?? null,
    series: context.access === "restricted" ? null : entrySeries(indicator, passport.unit, open.series, words),
  };
}

function windowView(open: OpenObligation, now: string): Pick<EntryView, "window" | "late"> {
  const window = windowOf(open, now, false);
  if (window.ok) return { window: { open: true, closesOn: window.closesOn }, late: null };
  const { opensOn, closedOn } = window;
  const late = window.reason === "window_closed" ? open.lateRound : null;
  return {
    window: { open: false, notYet: window.reason === "window_not_open", opensOn, closedOn },
    late: late === null ? null : { periodKey: late.periodKey, closesOn: closesOn(late.window) },
  };
}

function optionsOf({ context: { indicator } }: OpenObligation, { t, print }: Words): EntryView["options"] {
  if (indicator.valueType === "yes_no") return [{ value: "yes", label: t("common.yes") }, { value: "no", label: t("common.no") }];
  if (indicator.valueType === "scale") {
    const size = indicator.scale?.size ?? 0;
    return Array.from({ length: size }, (_, index) => ({ value: String(index + 1), label: print.of(index + 1, size) }));
  }
  if (indicator.valueType !== "stages") return [];
  const stages = [...indicator.stages].sort((a, b) => a.no - b.no);
  return [
    { value: "0", label: t("entry.noStage") },
    ...stages.map((stage) => ({ value: String(stage.no), label: `${stage.no}. ${chooseText(stage.label, print.language).text || stage.code}` })),
  ];
}

function lastOf({ previous, context: { indicator, passport } }: OpenObligation, span: Span, words: Words): EntryView["last"] {
  if (previous === null) return null;
  const { content, on } = previous;
  const parts = content.kind === "parts" ? content : null;
  return {
    value: printWithin(printValue(content, indicator, passport.unit, words), span, "value", words.t),
    on,
    numerator: parts && words.print.number(decimal(parts.numerator)),
    denominator: parts && words.print.number(decimal(parts.denominator)),
  };
}

function baselineOf({ context: { indicator } }: OpenObligation, print: (content: Content) => string): EntryView["baseline"] {
  const { baseline } = indicator;
  if (baseline === null || baseline.content === null) return null;
  return { value: print(baseline.content), when: String(baseline.year ?? baseline.on?.slice(0, 4) ?? "") };
}

async function returnedOf(db: Db, { facts, state }: OpenObligation): Promise<EntryView["returned"]> {
  const decision = facts.verifications.at(-1);
  if (state !== "returned" || decision === undefined) return null;
  const texts = await readTexts(db, [decision.reason_digest]);
  const text = texts.get(decision.reason_digest ?? "");
  const wasSent = submissionOf(facts, decision.no) !== null;
  return { reason: text !== undefined && "text" in text ? text.text : null, at: decision.recorded_at, byBody: !wasSent };
}
