import type { Translation } from "../catalogue";
import type { entry as source } from "../uk/entry";

export const entry = {
  submit: "Check and submit",
  saveDraft: "Save draft",
  noChangeQuestion: "No change since {{date}}?",
  noChange: "Submit unchanged",
  noChangeSince: "No change since {{date}}",
  noOfficialUse: "No official-use information here",
  evidence: "Evidence",
  evidenceLabel: "Link or document number",
  narrative: "Progress",
  lastTime: "last time {{value}}",
  noValueWhy: "There is no value: give the reason",
  receipt: "Submitted. Receipt No. {{no}}",
  digest: "digest {{digest}}",
  print: "Print",
  nextTask: "Next task",
} satisfies Translation<typeof source>;
