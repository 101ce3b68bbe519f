/** The steps between typing and the receipt: the last look, and the meeting of two writers. Both work without scripts. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { messageText } from "~/i18n/message-code";
import { useFormat } from "~/i18n/use-format";
import { Conflict } from "~/ui/conflict";
import { EntryForm } from "~/ui/entry-form";
import { Confirm } from "~/ui/panels";
import { INTENT_FIELD } from "~/ui/root-data";
import type { EntryView, VersionLine } from "./get-entry-form.server";
import type { EntryPreview } from "./preview-entry.server";

/** What was typed travels on, unseen and unchanged. */
export function Carried({ fields }: { fields: Record<string, string | string[]> }) {
  return (
    <>
      {Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each, index) => <input key={`${name}-${index}`} type="hidden" name={name} value={each} />))}
    </>
  );
}

export function ConfirmEntry({ view, preview }: { view: EntryView; preview: EntryPreview }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { value, echoes } = preview;
  const period = print.period(view.periodKey);
  const facts: ReactNode[] = [
    ...Object.values(preview.warnings).flat().map((code) => messageText(t, code)),
    ...(preview.isCorrection && preview.correctionOf ? [t("entry.confirm.correction", { value: preview.correctionOf })] : []),
    ...(preview.lateRound ? [`${t("entry.confirm.late", { round: print.period(preview.lateRound) })} ${view.isFirst ? t("entry.window.lateMark") : ""}`] : []),
    t("entry.confirm.undo"),
  ];
  const consequence = view.needsApproval ? t("entry.confirm.consequenceApproval", { value, period }) : t("entry.confirm.consequence", { agency: view.agency, value, period });
  return (
    <div className="stack">
      <EntryForm main idempotencyKey={preview.key}>
        <Carried fields={preview.fields} />
        <Confirm title={t("entry.confirm.title", { value })} consequence={consequence} facts={facts}>
          <div className="stack-tight">
            {echoes.map((echo) => (
              <div key={echo.confirmation} className="field field-warn">
                <p className="medium strong">{t("entry.confirm.readAs", { typed: echo.typed, readAs: echo.readAs })}</p>
                <label className="option">
                  <input type="checkbox" name="confirmed" value={echo.confirmation} required /> <span>{t("entry.confirm.readAsTick", { readAs: echo.readAs })}</span>
                </label>
              </div>
            ))}
            <button className="button" name={INTENT_FIELD} value={preview.isCorrection ? "correct" : "submit"}>
              {view.needsApproval ? t("entry.confirm.actApproval", { value }) : t("entry.confirm.act", { value })}
            </button>
          </div>
        </Confirm>
      </EntryForm>
      <EntryForm>
        <Carried fields={preview.fields} />
        <button className="button button-outline" name={INTENT_FIELD} value="edit">
          {t("entry.confirm.edit")}
        </button>
      </EntryForm>
    </div>
  );
}

interface EntryConflictProps {
  view: EntryView;
  /** as posted, the confirmation of a reading included */
  typed: Record<string, string | string[]>;
  idempotencyKey: string;
}

export function EntryConflict({ view, typed, idempotencyKey }: EntryConflictProps) {
  const { t } = useTranslation();
  const print = useFormat();
  const there = view.versions[0];
  const saw = view.versions.find((version) => String(version.no) === [typed.base_no ?? ""].flat()[0]);
  const mine = typedWords(view, typed, t("entry.conflict.nothing"), (code) => t(`statuses.reason.${code as "no_data"}`), (a, b) => print.of(a, b));
  const who = (version: VersionLine) => t(version.own ? "entry.conflict.you" : "entry.conflict.other", { when: print.moment(version.at, { zone: false }) });
  if (there === undefined) return null;
  return (
    <Conflict
      rows={[
        { label: t("entry.conflict.value"), saw: saw?.value ?? t("entry.conflict.nothing"), now: there.value, yours: mine },
        { label: t("errors.conflict.who"), saw: saw ? t("entry.conflict.version", { no: saw.no }) : "", now: who(there), yours: t("entry.conflict.now") },
      ]}
    >
      <EntryForm main idempotencyKey={idempotencyKey}>
        <Carried fields={{ ...typed, base_no: String(there.no) }} />
        <button className="button" name={INTENT_FIELD} value={view.needsReason ? "correct" : "submit"}>
          {t("entry.conflict.submitMine", { value: mine })}
        </button>
      </EntryForm>
      <EntryForm>
        <button className="button button-outline" name={INTENT_FIELD} value="leave">
          {t("entry.conflict.leaveTheirs", { value: there.value })}
        </button>
      </EntryForm>
    </Conflict>
  );
}

/** What was typed, in the words of the form it was typed into. */
function typedWords(view: EntryView, typed: Record<string, string | string[]>, nothing: string, reason: (code: string) => string, of: (a: string, b: string) => string): string {
  const field = (name: string) => [typed[name] ?? ""].flat()[0] ?? "";
  if (field("reason_code") !== "") return reason(field("reason_code"));
  if (field("choice") !== "") return view.options.find((option) => option.value === field("choice"))?.label ?? field("choice");
  if (field("numerator") !== "" || field("denominator") !== "") return plainOf(field("numerator"), field("denominator"), of);
  return field("value") || field("reference_no") || nothing;
}

/** As typed: a figure that was refused is not printed as if it had been read. */
function plainOf(a: string, b: string, of: (a: string, b: string) => string): string {
  return /^\d+$/.test(a) && /^\d+$/.test(b) ? of(a, b) : `${a} / ${b}`;
}
