/** What must be known before typing: a return, a closed round, a value that is already there. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Note } from "~/ui/panels";
import type { EntryView } from "./get-entry-form.server";

export function EntryNotes({ view, notice }: { view: EntryView; notice: "saved" | "approval" | null }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { returned, state } = view;
  const there = view.versions[0]?.value ?? "";
  return (
    <>
      {notice === "saved" ? <Note role="status">{t("entry.draftSaved")}</Note> : null}
      {notice === "approval" ? <Note role="status">{t("entry.sentForApproval")}</Note> : null}
      {returned ? (
        <Note tone="bad">
          {t(returned.byBody ? "entry.returnedByBody" : "entry.returned", { when: print.moment(returned.at, { zone: false }), reason: returned.reason ?? t("entry.reasonRemoved") })}
        </Note>
      ) : null}
      {state === "submitted" ? <Note>{t("entry.submittedNote", { value: there })}</Note> : null}
      {state === "awaiting_approval" && notice === null ? <Note>{t("entry.approvalNote")}</Note> : null}
      {state === "verified" ? <Note>{t("entry.verifiedNote", { value: there })}</Note> : null}
      {state === "excluded" ? <Note tone="warn">{t("entry.excluded", { reason: excludedWords() })}</Note> : null}
      <WindowNote view={view} />
    </>
  );

  function excludedWords(): string {
    const { excludedReason } = view;
    return excludedReason === "suspended" || excludedReason === "not_applicable" || excludedReason === "cannot_exist" ? t(`statuses.reason.${excludedReason}`) : t("entry.excludedUnknown");
  }
}

/** Which rule refuses, since when, and who can reopen (case C17). */
function WindowNote({ view }: { view: EntryView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { window, late } = view;
  if (window.open || view.state === "excluded") return null;
  const period = print.period(view.periodKey);
  if (window.notYet) return <Note tone="warn">{t("entry.window.notYet", { period, date: print.date(window.opensOn) })}</Note>;
  return (
    <Note tone="warn">
      <b>{t("entry.window.closedTitle")}.</b> {t("entry.window.closed", { period, date: print.date(window.closedOn) })}{" "}
      {late ? t("entry.window.lateOffer", { round: print.period(late.periodKey), date: print.date(late.closesOn) }) : t("entry.window.noLate")}
      {late && view.isFirst ? ` ${t("entry.window.lateMark")}` : null}
      {view.draftAt ? ` ${t("entry.window.kept")}` : null}
    </Note>
  );
}
