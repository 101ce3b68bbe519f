/** Refusals that are about the request and not about the matter; each has its sentence in the catalogues. */
export const WEB_CODES = [
  "malformed", "sign_in_first", "form_not_ours", "form_out_of_date", "method_not_allowed", "form_sent_differently",
  "form_in_progress", "form_refused", "sign_not_kept", "too_large", "too_many_attempts", "unexpected", "unavailable",
] as const;
export type WebCode = (typeof WEB_CODES)[number];
