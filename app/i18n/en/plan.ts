import type { Translation } from "../catalogue";
import type { plan as source } from "../uk/plan";

export const plan = {
  plans: "Plans",
  strategy: "Strategy",
  actionPlan: "Action plan",
  amendment: "Amendment",
  section: "Section",
  goal: "Goal",
  strategicGoal: "Strategic goal",
  objective: "Objective",
  measure: "Measure",
  indicator: "Indicator",
  component: "Component",
  lead: "Lead executor",
  coExecutors: "Co-executors",
  byConsent: "by consent",
  deadline: "Deadline",
  openEnded: "no end date",
  funding: "Funding",
  notFunded: "not separately funded",
  planned: "planned",
  approved: "approved",
  spent: "spent",
} satisfies Translation<typeof source>;
