/** The body's page of a draft verdict: what is judged and why, until when it may answer, the answer. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { CheckboxField, RadioField, TextArea } from "~/ui/fields";
import type { FormResult } from "~/ui/form-result";
import { Note } from "~/ui/panels";
import { INTENT_FIELD } from "~/ui/root-data";
import type { VerdictPageView } from "./get-verdict.server";
import { Suggestion, VerdictCard } from "./verdict-parts";

export function DraftVerdict({ view }: { view: VerdictPageView }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <section className="card stack-tight">
        <h2>{t("scoring.verdict")}</h2>
        <VerdictCard verdict={view.verdict} />
      </section>
      {view.suggestion ? <Suggestion suggestion={view.suggestion} rulesVersion={view.rulesVersion} /> : null}
      {view.replacedBy ? (
        <section className="card stack-tight">
          <h2>{t(view.replacedBy.stage === "final" ? "scoring.final" : "scoring.newerDraft")}</h2>
          <VerdictCard verdict={view.replacedBy} />
        </section>
      ) : null}
    </div>
  );
}

/** Agreed, or with remarks; once. After the last day it is still taken, and marked late. */
export function ReplyForm({ view, result, idempotencyKey }: { view: VerdictPageView; result: FormResult | null; idempotencyKey: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (view.refusal !== null) {
    return (
      <section className="card stack-tight">
        <h2>{t("scoring.reply.title")}</h2>
        <p className="medium">{t(`errors.reason.${view.refusal as "already_replied"}`)}</p>
        <EntryForm main>{null}</EntryForm>
      </section>
    );
  }
  const isLate = view.today > view.verdict.replyUntil;
  return (
    <section className="card stack">
      <h2>{t("scoring.reply.title")}</h2>
      {isLate ? <Note tone="warn">{t("scoring.reply.isLate", { until: print.date(view.verdict.replyUntil) })}</Note> : <p className="medium">{t("scoring.reply.until", { until: print.dueDate(view.verdict.replyUntil) })}</p>}
      <EntryForm main className="stack" result={result} idempotencyKey={idempotencyKey}>
        <RadioField name="answer" label={t("scoring.reply.question")} options={[{ value: "agreed", label: t("scoring.reply.agreed") }, { value: "remarks", label: t("scoring.reply.remarks") }]} />
        <TextArea name="text" label={t("scoring.reply.text")} hint={t("scoring.reply.textHint")} />
        <CheckboxField name="declared" label={t("entry.noOfficialUse")} hint={t("scoring.declaredHint")} />
        <div className="actions"><button className="button" name={INTENT_FIELD} value="reply">{t("scoring.reply.send")}</button></div>
        <p className="tiny muted">{t("scoring.reply.undo")}</p>
      </EntryForm>
    </section>
  );
}
