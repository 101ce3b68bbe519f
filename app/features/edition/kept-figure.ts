/** A figure as an edition keeps it, drawn like every other figure: with interval, coverage and counts beside it. */
import { isShown } from "~/domain/coverage";
import type { EditionFigures, KeptPart } from "~/domain/edition-figures";
import { wordForNothing } from "~/features/scorecard/figures";
import type { FigureReading } from "~/ui/figure-reading";

const count = (text: string | undefined) => Number(text ?? "0");

export function keptImplementation({ counts, rate, low, high, coverage, coverageState: state }: KeptPart["implementation"]): FigureReading {
  const due = count(counts.due);
  if (rate === null) return { state: wordForNothing(count(counts.notYetDue), count(counts.excluded.suspended)), due };
  if (state === "no_data") return { state, due };
  return {
    state, value: isShown(state) ? rate.printed : null, low: low?.printed ?? "0.0", high: high?.printed ?? "0.0", coverage: coverage?.printed ?? "0.0",
    reported: count(counts.reported), due, achieved: count(counts.achieved),
  };
}

/** Of the plan as a whole. */
export function keptAverage({ averageProgress }: EditionFigures): FigureReading {
  const whole = Object.values(averageProgress).find(({ kind }) => kind === "plan");
  const due = count(whole?.leavesDue);
  if (whole === undefined || due === 0) return { state: wordForNothing(count(whole?.notYetDue), count(whole?.excluded.suspended)), due };
  const { value, low, high, coverage, coverageState: state, leavesKnown } = whole;
  if (value === null || state === "no_data") return { state: "no_data", due };
  return {
    state, value: isShown(state) ? value.printed : null, low: low?.printed ?? "0.0", high: high?.printed ?? "0.0", coverage: coverage?.printed ?? "0.0",
    reported: count(leavesKnown), due, achieved: null,
  };
}
