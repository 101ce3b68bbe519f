import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { FactTag, PaceLight, StatusTag, Timeliness } from "~/ui/status-tag";
import type { ScoringMeasureView } from "./get-scoring-measure.server";

/** Under the title: what is claimed, whether it was reported in time, the pace; then who executes the measure and until when. */
export function ScoringMarks({ view }: { view: ScoringMeasureView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { leadClaim, pace } = view;
  return (
    <>
      {leadClaim ? <StatusTag status={leadClaim.status}>{t("scoring.claimed", { status: t(`statuses.measure.${leadClaim.status}`).toLocaleLowerCase(print.language) })}</StatusTag> : null}
      {view.reported ? <Timeliness state={view.reported} /> : null}
      {pace ? <PaceLight light={pace.light} progress={pace.progress} expected={pace.expected} /> : null}
      {view.isDue ? null : <FactTag fact="nothing_due">{t("scoring.queue.notDue")}</FactTag>}
      {view.access === "restricted" ? <FactTag fact="restricted" /> : null}
      <span className="small muted">{[view.executorsLine, view.dueOn === null ? null : `${t("plan.deadline")} ${print.date(view.dueOn)}`].filter(Boolean).join(". ")}</span>
    </>
  );
}
