/** A writing form: carries the token of the browser, the key that makes a repeated post harmless, its own result. */
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { FormResultContext, type FormResult } from "./form-result";
import { CSRF_FIELD, IDEMPOTENCY_FIELD, MAIN_FORM_ID, useRootData } from "./root-data";

interface EntryFormProps {
  children: ReactNode;
  /** `lastResult` of the action's answer; fields inside read it */
  result?: FormResult | null;
  /** the page's main form: the language switch keeps what is typed in it (export `handle = { mainForm: true }`); a page with such a handle always has one, empty where nothing can be sent */
  main?: boolean;
  action?: string;
  /** made by the loader; absent where repeating does no harm */
  idempotencyKey?: string;
  id?: string;
  className?: string;
  /** post as a plain page load, for acts that change the session */
  reloadDocument?: boolean;
  label?: string;
}

export function EntryForm({ children, result, main = false, action, idempotencyKey, id, className, reloadDocument, label }: EntryFormProps) {
  const csrf = useRootData()?.csrf;
  return (
    <Form method="post" action={action} id={main ? MAIN_FORM_ID : id} className={className} reloadDocument={reloadDocument} noValidate aria-label={label}>
      {csrf ? <input type="hidden" name={CSRF_FIELD} value={csrf} /> : null}
      {idempotencyKey ? <input type="hidden" name={IDEMPOTENCY_FIELD} value={idempotencyKey} /> : null}
      <FormResultContext.Provider value={result}>{children}</FormResultContext.Provider>
    </Form>
  );
}
