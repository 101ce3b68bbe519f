import type { Translation } from "../catalogue";
import type { scorecard as source } from "../uk/scorecard";

export const scorecard = {
  title: "Scorecard",
  implementation: "Implementation: indicators achieved",
  averageProgress: "Average progress",
  achieved: "Achieved",
  underWay: "Under way",
  share: "Rate",
  barHead: "achieved ▏unknown ▏not",
  reported: "Reported",
  legend: {
    achieved: "achieved {{count, number}}",
    unknown: "unknown {{count, number}}: interval {{range}}",
    known: "reported, not achieved {{count, number}}",
    coverage: "{{of}} reported ({{percent}})",
  },
  backlog: {
    title: "Backlog",
    carriedIn: "carried in",
    cleared: "cleared",
    dropped: "dropped",
    suspended: "suspended",
    notAchieved: "not achieved",
    carriedOut: "carried out",
    cumulative: "Cumulative: {{of}}, {{percent}}.",
  },
} satisfies Translation<typeof source>;
