import type { Translation } from "../catalogue";
import type { help as source } from "../uk/help";

export const help = {
  title: "How to read the marks",
  lead: "A figure never stands alone: beside it are what is not known, how much was reported and how it was computed. Every state has a word, a shape and a colour; without the colour the meaning is the same.",
  verdicts: { title: "Verdict on a measure", text: "A filled mark means that somebody judged. Eight statuses:" },
  facts: { title: "Facts about data", text: "A dashed outline is a fact about data, not a judgement." },
  time: { title: "Timeliness", text: "By the date of submission, apart from the verdict." },
  pace: { title: "Pace", text: "Progress beside what was expected by the same date. Where nothing can be expected there is no sign either." },
  bar: {
    title: "The bar",
    text: "Solid: known to be so. Hatched: not known; it would be so if everything missing came out well. Empty: known not to be so. The tick is the figure itself. The thin line below shows how much was reported, with notches at 50 and 80%.",
    final: "80% or more reported: the figure is final.",
    preliminary: "50 to 80% reported: the tick is dashed and the figure preliminary.",
    withheld: "Less than half reported: no figure, the interval instead.",
    partial: "The lighter part after the tick is partially implemented.",
    noData: "Nothing was reported. This is not zero.",
    zero: "Everything was reported, nothing achieved. This is zero.",
    suspended: "The duty is suspended: neither failure nor success.",
    notYetDue: "The date has not come yet.",
    restricted: "The value is not held here; only the verdict is seen.",
    suspendedNote: "resolution of {{date}}",
    dueNote: "first due {{date}}",
    restrictedNote: "the value is not here, only the verdict is seen",
  },
  reasons: { title: "Why there is no value", text: "A blank never becomes a zero. In place of the number stands the reason:", word: "Reason", code: "Code", effect: "In roll-ups", missing: "missing", excluded: "excluded", cut: "by access level" },
  chart: {
    example: "Example: an invented series",
    earlier: "earlier plan",
    later: "new plan: new series",
    gapDetail: "disruption of reporting",
    summary: "from 52 to 63% under the earlier plan; then no data were collected; under the new plan 71%, provisionally 76%, target 100%.",
    title: "The chart",
    text: "The line stops where there are no data, and the reason is written in the band. No line crosses the border of two plan versions.",
  },
} satisfies Translation<typeof source>;
