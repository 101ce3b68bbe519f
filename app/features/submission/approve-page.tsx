/** What waits for the body's approver: one card a value, two decisions. */
import { valuePath } from "~/features/value/addresses";
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { TextArea } from "~/ui/fields";
import type { FormResult } from "~/ui/form-result";
import { KeyValue } from "~/ui/key-value";
import { Note } from "~/ui/panels";
import { INTENT_FIELD } from "~/ui/root-data";
import type { AwaitingItem } from "./get-awaiting.server";

interface AwaitingCardProps {
  item: AwaitingItem;
  /** the first card has the page's one filled button */
  isFirst: boolean;
  result: FormResult | null;
  idempotencyKeys: { approve: string; send_back: string };
}

export function AwaitingCard({ item, isFirst, result, idempotencyKeys }: AwaitingCardProps) {
  const { t } = useTranslation();
  const print = useFormat();
  const carried = (
    <>
      <input type="hidden" name="measurement_id" value={item.measurementId} />
      <input type="hidden" name="no" value={item.no} />
      <input type="hidden" name="decisions_seen" value="0" />
    </>
  );
  return (
    <section className="card stack" aria-labelledby={`item-${item.measurementId}`}>
      <h2 id={`item-${item.measurementId}`}>
        <Link to={valuePath(item.measurementId)}>{item.title}</Link>
      </h2>
      <KeyValue
        short
        items={[
          { label: t("common.value"), value: <b>{item.value}</b> },
          item.last ? { label: t("home.last"), value: `${item.last.value}, ${print.date(item.last.on)}` } : null,
          item.target ? { label: t("home.target", { period: item.target.periodKey }), value: item.target.value } : null,
          { label: t("common.period"), value: print.period(item.periodKey) },
          { label: t("common.agency"), value: item.agencyName },
          { label: t("common.code"), value: <span className="nowrap">{item.code}</span> },
        ]}
      />
      {item.refusal !== null ? (
        <Note tone="warn">{t("verification.approve.own")}</Note>
      ) : (
        <>
          <EntryForm idempotencyKey={idempotencyKeys.approve}>
            {carried}
            <button className={isFirst ? "button" : "button button-outline"} name={INTENT_FIELD} value="approve">
              {t("verification.approve.approve")}
            </button>
          </EntryForm>
          <details open={Boolean(result?.error)}>
            <summary>{t("verification.approve.sendBack")}</summary>
            <EntryForm className="stack-tight" result={result} idempotencyKey={idempotencyKeys.send_back}>
              {carried}
              <TextArea name="reason" rows={2} label={t("verification.approve.reason")} />
              <button className="button button-outline" name={INTENT_FIELD} value="send_back">
                {t("verification.approve.sendBack")}
              </button>
            </EntryForm>
          </details>
        </>
      )}
    </section>
  );
}
