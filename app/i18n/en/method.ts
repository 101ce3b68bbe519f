import type { Translation } from "../catalogue";
import type { method as source } from "../uk/method";

export const method = {
  title: "How it is computed",
  lead: "The rules behind every number on these pages. One rule, one place: page, file and report give the same number.",
  contents: "Contents",
  example: "Example",
  sections: {
    labels: {
      title: "What stands beside a number",
      text: "Every number carries its plan version, basis, rules version, the moment it was known and the access level. Under it is its formula: what was divided by what, what is missing and what is excluded.",
      example: "64.6% · 51 of 79 · bounds 64.6–69.6% · reported 75 of 79.",
    },
    progress: {
      title: "Progress of an indicator",
      text: "From baseline B to target T: how much of the way is done. What was covered (A − B) is divided by all of it (T − B). The rule is the same for rising and falling figures and for zeros. Progress can be negative (regressing) or above 100% (over-achieved): the number is shown as it is and enters an average as 0 or 100.",
      example: "It was 60, should be 30, is 45: (45 − 60) ÷ (30 − 60) = 50.0%.",
    },
    hold: {
      title: "To hold, not to fall below",
      text: "A target equal to the baseline asks to hold it: the answer is “held”, “below” or “above”, without a percentage. A target on the worse side of the baseline is read as a limit: not below it (or not above).",
      example: "Baseline 92.2, target 90, now 95: at or above the floor.",
    },
    noBaseline: {
      title: "Without a baseline",
      text: "Progress cannot be computed. Where the figure rises and can be added up, its share of the target is shown, marked “attainment, no baseline”. It enters no average. Without a target there is the value alone.",
      example: "80 of 112 = 71.4%, attainment, no baseline.",
    },
    achieved: {
      title: "Achieved or not",
      text: "An indicator is achieved when its value stands on the good side of the period’s target. Exact numbers decide, not rounded ones: 99.96 of 100 is not achieved yet and is printed 99.9%. Everything else due is under way; how much of it was not reported is always said.",
      example: "51 achieved + 28 under way = 79 due.",
    },
    missing: {
      title: "Zero, blank and a reason",
      text: "A reported zero is a value. A blank never becomes zero: a reason stands in its place (not reported, not collected, lost, suspended and others). Some reasons count as missing, others take the indicator out of what is due.",
      example: "Of three agencies one gives 0, one nothing, one is suspended: “at least 0 (1 of 2 agencies)”.",
    },
    overTime: {
      title: "Over a year and over several agencies",
      text: "Each indicator says how its values combine: sum of the period, state at a date, running total, average, largest, or ratio of sums. Percentages combine only through numerator and denominator. With something missing inside, a sum becomes “at least” and a share “of those that reported”.",
      example: "60 + 50, the third agency did not report: at least 110 (2 of 3 agencies).",
    },
    verified: {
      title: "Verified and provisional",
      text: "A value is provisional until another person has verified it. Verified and provisional values are counted apart. A correction is a new version: the former one stays in the history and in force until the new one is verified.",
      example: "40 as known on 15 April; 36 after a correction on 2 June: both remain.",
    },
    readings: {
      title: "Two readings: implementation and average progress",
      text: "Implementation is a count: how many indicators were achieved of all that were due. Average progress is a mean of progress, weighted as the plan says. They are two numbers with two names and are never blended. Outcomes are counted apart from delivery.",
      example: "A goal: delivery 12 of 17; outcomes 2 met, 1 behind.",
    },
    coverage: {
      title: "Bounds and coverage",
      text: "The lower bound is as if all that is missing had failed, the upper as if all had been achieved. With less than half reported the bounds are shown instead of the number; from half to 80% it is preliminary. Those who did not report are named.",
      example: "90%, but on 1 of 3: shown as 30.0–96.7%.",
    },
    suspended: {
      title: "Suspended",
      text: "What is suspended for a stated reason and under a stated document is neither failure nor success: it leaves what is due and stands on a line of its own. The line of a chart stops there. After a series break progress is computed only from a new baseline.",
      example: "From 24 February 2022: suspended 1; not due in 2024, due again in 2025.",
    },
    rounding: {
      title: "Rounding",
      text: "Everything is computed exactly and rounded once, at the end, to one decimal; a half goes away from zero. A number that only comes near 0 or 100 is not printed as such. Parts that must add up to 100 follow the largest remainder.",
      example: "99.96 → 99.9%.",
    },
    pace: {
      title: "Pace",
      text: "Progress is compared with where the figure should be on that date: on the line from last year’s target to this year’s, or by the seasonal profile. On track is at least 95% of what is expected, behind at least 80%, below that at risk. Where nothing is expected (an open-ended plan, a yearly report, a hold) there is no mark either.",
      example: "17.8 where 25.0 was expected: at risk.",
    },
    basis: {
      title: "Which version of the plan",
      text: "A year is read by the plan in force on 1 January: an amendment during the year does not improve its percentage. The current plan and the plan as first adopted can always be seen beside it. No chart line joins two versions.",
      example: "48.0% by the plan of 1 January; 78.5% by the current one, from which 40 undone items were dropped.",
    },
    backlog: {
      title: "Backlog",
      text: "What was not achieved in its year stays on the list until it is achieved, dropped or suspended. Late completion does not change a past year’s percentage: it clears the backlog.",
      example: "Carried in 28 − cleared 15 + not achieved 20 = carried out 33.",
    },
    access: {
      title: "Access level",
      text: "The plan is first cut to your access level and then counted. What lies above it is in no number, search or list, and no gap gives it away.",
      example: "“Public measures only” is the label such a number bears.",
    },
  },
} satisfies Translation<typeof source>;
