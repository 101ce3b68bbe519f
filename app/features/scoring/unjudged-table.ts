import { column, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import { measurePath } from "../plan/addresses";
import type { Unjudged } from "./get-unjudged.server";

/** Measures nobody may judge, with the bodies that bar everybody. Pure. */
export function unjudgedTable({ measures }: Unjudged, knownAt: string, { t }: Words): ReportTable {
  return {
    name: "measures-nobody-may-judge",
    title: t("scoring.unjudged.title"),
    columns: [
      column("title", t("plan.measure"), "text"), column("code", t("common.code"), "code", "file"), column("plan", t("scoring.queue.plan"), "code"),
      column("bodies", t("plan.executors"), "text"), column("why", t("common.reason"), "code"), column("due_on", t("plan.deadline"), "date"),
    ],
    rows: measures.map((measure) => {
      const why = measure.isOfClearance ? "clearance" : "own_body_executes";
      return {
        title: { value: measure.title, href: measurePath(measure.planCode, measure.code), detail: measure.code },
        code: measure.code, plan: measure.planCode, bodies: measure.bodies, why: { value: why, shown: t(`scoring.unjudged.why.${why}`) }, due_on: measure.dueOn,
      };
    }),
    notes: [],
    labels: [{ key: "known_at", label: t("csv.label.known_at"), value: knownAt }],
  };
}
