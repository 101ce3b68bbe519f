/** Gaps of a series: neighbouring periods without a value for the same reason are one band (rule 6). Pure. */
import type { CalendarDate, DisruptionFact, ReasonCode } from "~/domain/facts";
import { isOn } from "~/domain/disruptions";
import { addDays } from "~/domain/dates";
import { comparePeriods, period } from "~/domain/periods";
import { isCounted } from "~/domain/read-value";
import { whyNoValue } from "./why-missing";
import type { SeriesPeriod } from "./series";

export interface GapFact {
  from: CalendarDate;
  to: CalendarDate;
  reason: ReasonCode;
  /** what interrupted it, where something did */
  disruption: DisruptionFact | null;
}

/** `disruptions`: those that bear on the indicator; `today`: what is not over yet is no gap. */
export function seriesGaps(periods: readonly SeriesPeriod[], disruptions: readonly DisruptionFact[], today: CalendarDate): GapFact[] {
  const gaps: GapFact[] = [];
  for (const each of [...periods].sort((a, b) => comparePeriods(a.key, b.key))) {
    const { startsOn, endsOn } = period(each.key);
    // null: nothing was asked for; what only waits for verification is no gap
    const reason = whyNoValue(each.actual, false);
    if (isCounted(each.actual) || reason === null || reason === "awaiting_verification" || endsOn >= today) continue;
    const last = gaps.at(-1);
    if (last !== undefined && last.reason === reason && startsOn <= addDays(last.to, 1)) last.to = endsOn;
    else gaps.push({ from: startsOn, to: endsOn, reason, disruption: disruptions.find((disruption) => isOn(disruption, endsOn)) ?? null });
  }
  return gaps;
}
