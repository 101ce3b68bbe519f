/** Measures by their dates, the original and the extended one, in words (glossary: timeliness). Pure. */
import { countTimeliness, DATE_STATES, type DateState } from "~/domain/measure-timeliness";
import type { Timeliness } from "~/domain/timeliness";
import type { Words } from "~/i18n/words";
import type { ScorecardAnswer } from "./get-scorecard.server";

interface Counted {
  original: string;
  extended: string;
}
/** The four of the glossary have a mark of their own; the rest has words. */
type TimelinessRow = Counted & ({ state: Timeliness; label: null } | { state: Exclude<DateState, Timeliness>; label: string });

/** Null = the plan has no measure with a date. Lines of nothing are left out, but for the four of the glossary. */
export function timelinessCard({ scorecard: { timeliness } }: ScorecardAnswer, { t, print }: Words): { rows: TimelinessRow[]; total: string; moved: string } | null {
  const [original, extended] = [countTimeliness(timeliness, "original"), countTimeliness(timeliness, "extended")];
  if (timeliness.length === Math.min(original.no_date, extended.no_date)) return null;
  const rows = DATE_STATES.flatMap((state): TimelinessRow[] => {
    const counted = { original: print.number(original[state]), extended: print.number(extended[state]) };
    if (state !== "unknown" && state !== "out" && state !== "no_date") return [{ state, label: null, ...counted }];
    return original[state] + extended[state] === 0 ? [] : [{ state, label: t(`scorecard.timeliness.state.${state}`), ...counted }];
  });
  const moved = timeliness.filter((each) => each.original.on !== each.extended.on).length;
  return { rows, total: print.number(timeliness.length), moved: moved === 0 ? t("scorecard.timeliness.noneMoved") : t("scorecard.timeliness.moved", { count: moved }) };
}
