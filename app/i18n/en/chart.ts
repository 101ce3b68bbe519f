import type { Translation } from "../catalogue";
import type { chart as source } from "../uk/chart";

export const chart = {
  region: "Chart: {{title}}",
  verified: "verified",
  provisional: "provisional",
  target: "target",
  targetValue: "target {{value}}",
  baseline: "baseline",
  gap: "no data, with the reason",
  break: "border of plan versions: no line crosses it",
  png: "PNG",
  inShort: "In short: {{summary}}",
} satisfies Translation<typeof source>;
