/** What stands in the way, at the head of the page, linked to the fields; the focus goes there. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { messageCode, messageText } from "~/i18n/message-code";
import { fieldId, problemsOf, type FormResult } from "./form-result";

/** A refusal apart from the fields: its sentence is errors.reason.CODE. */
export interface Refusal {
  status: number;
  code: string;
  params: Readonly<Record<string, string | number | null>>;
  reference: string;
}

interface ErrorSummaryProps {
  result?: FormResult | null;
  problem?: Refusal | null;
  /** field → its label, said before the message where the message alone would not tell which field */
  labels?: Readonly<Record<string, string>>;
}

export function ErrorSummary({ result = null, problem = null, labels = {} }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // the refusal is said once, in the title, though its code also comes back as an error of the whole form
  const errors = problemsOf(result?.error).filter(({ name, code }) => !(problem && name === "" && code.startsWith(`errors.reason.${problem.code}`)));
  const warnings = errors.length > 0 || problem ? [] : problemsOf(result?.warning);
  const lines = errors.length > 0 ? errors : warnings;
  const isShown = lines.length > 0 || problem !== null;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown, result, problem]);
  if (!isShown) return null;
  return (
    <div ref={box} className={warnings.length > 0 ? "error-summary error-summary-warn" : "error-summary"} role="alert" tabIndex={-1} autoFocus>
      <h2>{title()}</h2>
      {problem && lines.length > 0 ? <p className="medium">{refusalText(problem)}</p> : null}
      {problem && problem.status >= 500 ? <p className="small muted">{t("errors.reference", { reference: problem.reference })}</p> : null}
      {lines.length > 0 ? (
        <ul className="medium">
          {lines.map(({ name, code }, index) => (
            <li key={index}>{name === "" ? <b>{messageText(t, code)}</b> : <a href={`#${fieldId(name)}`}>{lineOf(name, code)}</a>}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );

  function title(): string {
    if (errors.length > 0) return t("errors.summaryTitle", { count: errors.length });
    return problem ? refusalText(problem) : t("errors.warningTitle", { count: warnings.length });
  }

  function lineOf(name: string, code: string): string {
    const message = messageText(t, code);
    return labels[name] ? `${labels[name]}: ${message}` : message;
  }

  function refusalText(refusal: Refusal): string {
    const params = Object.fromEntries(Object.entries(refusal.params).map(([name, value]) => [name, value ?? ""]));
    return messageText(t, messageCode(`errors.reason.${refusal.code}`, params));
  }
}
