import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { INTENT_FIELD } from "~/ui/root-data";
import { FactTag, StatusTag } from "~/ui/status-tag";
import { draftsOf } from "./executors-to-judge";
import type { ScoringMeasureView } from "./get-scoring-measure.server";

/** Drafts that have been answered, or whose term is over, become final; of the others the page says from when. */
export function FinaliseForm({ view, idempotencyKey }: { view: ScoringMeasureView; idempotencyKey: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { ready, waiting } = draftsOf(view.executors);
  if (ready.length + waiting.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3>{t("scoring.finalise.title")}</h3>
      {waiting.length > 0 ? (
        <ul className="small">
          {waiting.map(({ agency, draft }) => <li key={draft.id}>{t("scoring.finalise.waiting", { agency, until: print.dueDate(draft.replyUntil) })}</li>)}
        </ul>
      ) : null}
      {ready.length > 0 ? (
        <EntryForm idempotencyKey={idempotencyKey} className="stack-tight">
          <ul className="small">
            {ready.map(({ agency, draft }) => (
              <li key={draft.id}>
                <input type="hidden" name="draft_id" value={draft.id} />
                {draft.reply === null ? null : <input type="hidden" name="reply_seen" value={draft.id} />}
                {agency}: <StatusTag status={draft.status} bare /> {draft.reply === null ? <FactTag fact="no_data" bare>{t("scoring.finalise.noReply")}</FactTag> : t(draft.reply.agreed ? "scoring.reply.agreed" : "scoring.reply.remarks")}
              </li>
            ))}
          </ul>
          <button className="button" name={INTENT_FIELD} value="finalise">{t("scoring.finalise.act", { count: ready.length })}</button>
          <p className="tiny muted">{t("scoring.finalise.undo")}</p>
        </EntryForm>
      ) : null}
    </div>
  );
}
