/** A scorecard of a small plan as a page or a file gets it, without a database: `anAnswer([plan], [values])`. */
import { COVERAGE_POLICY } from "~/domain/coverage";
import { assembleScorecard, type ScorecardInput } from "~/domain/scorecard";
import type { ScorecardAnswer } from "~/features/scorecard/get-scorecard.server";
import type { PlanBuilder, ValueBuilder } from "./builders";

/** Read on 1 April 2021 for 2020, by those who see what bodies share, unless said otherwise. */
export function anAnswer(plan: PlanBuilder, values: ValueBuilder[], change: Partial<ScorecardInput> = {}): ScorecardAnswer {
  const structure = plan.build();
  const scorecard = assembleScorecard({
    versions: [structure], values: values.map((value) => value.build()), levelsOf: null, disruptions: [], verdicts: [], periodKey: "2020", today: "2021-04-01",
    knownAt: "2021-04-01T09:00:00.000Z", cutOff: null, ceiling: "internal", basis: "in_force_on_1_january", reading: "official",
    policy: COVERAGE_POLICY, rulesVersion: 1, ...change,
  });
  const version = {
    structure, title: { uk: "План", en: "Plan" }, actNo: null, actOn: null, acceptedAt: "2020-01-01T00:00:00.000Z", passports: {}, fundingKinds: {}, nodeComponents: {},
  };
  const agency = { id: "SBGS", code: "SBGS", name: { uk: "Прикордонна служба", en: "Border Guard Service" }, abbr: { uk: "ДПСУ", en: "SBGS" } };
  return {
    scorecard,
    plan: {
      id: structure.planId, code: "PLAN", startsOn: structure.startsOn, endsOn: structure.endsOn, illustrative: true, note: { uk: null, en: null },
      coordinatorAgencyId: null, levels: [], versions: [version],
    },
    version,
    agencies: new Map([["SBGS", agency]]),
    question: null,
    asked: "",
    askedHere: "",
  };
}
