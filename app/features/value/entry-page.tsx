/** The form itself, with the one-click repeat above it; which stage is shown is the route's choice of answer. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { typedValues, type FormResult } from "~/ui/form-result";
import { Icon } from "~/ui/icons";
import { INTENT_FIELD } from "~/ui/root-data";
import { EvidenceFields, ProgressFields, ReferenceFields, ValueFields } from "./entry-fields";
import type { EntryView } from "./get-entry-form.server";

export function EntryFormPage({ view, result, idempotencyKey }: { view: EntryView; result: FormResult; idempotencyKey: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  const isLate = !view.window.open && view.late !== null;
  const isClosed = !view.window.open && view.late === null;
  if (view.state === "excluded") return <EntryForm main>{null}</EntryForm>;
  return (
    <>
      {view.repeat && view.window.open ? (
        <EntryForm className="card row row-middle" idempotencyKey={idempotencyKey}>
          <input type="hidden" name="base_no" value={view.baseNo ?? ""} />
          <div>
            <b>{t("entry.noChangeQuestion", { date: print.date(view.repeat.on) })}</b>
            <div className="small muted">{t("entry.noChangeText", { value: view.repeat.value })}</div>
          </div>
          <button className="button button-outline push-end" name={INTENT_FIELD} value="no_change">
            {t("entry.noChange")}
          </button>
        </EntryForm>
      ) : null}
      <EntryForm main className="stack" result={result}>
        <input type="hidden" name="base_no" value={typedValues(result, "base_no")?.[0] ?? String(view.baseNo ?? "")} />
        <input type="hidden" name="fall_seen" value={typedValues(result, "fall_seen")?.[0] ?? ""} />
        {isLate ? <input type="hidden" name="late" value="yes" /> : null}
        {view.isRestricted ? <ReferenceFields /> : <ValueFields view={view} />}
        <ProgressFields view={view} />
        <EvidenceFields view={view} />
        <div className="actions">
          {isClosed ? null : (
            <button className="button" name={INTENT_FIELD} value="check">
              {isLate ? t("entry.window.late") : t("entry.submit")}
            </button>
          )}
          <button className="button button-outline" name={INTENT_FIELD} value="draft">
            {t("entry.saveDraft")}
          </button>
          {view.draftAt ? (
            <span className="small muted" role="status">
              <Icon name="document" /> {t("entry.draftAt", { when: print.moment(view.draftAt, { zone: false }) })}
            </span>
          ) : null}
        </div>
      </EntryForm>
    </>
  );
}
