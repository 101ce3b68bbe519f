/**
 * A page that stands on nothing: no database, no framework, no script. Shown when the database is down and where an
 * address that answers with a file (CSV, evidence) has to refuse.
 */
import { messageCode, messageText } from "~/i18n/message-code";
import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { RequestFailure } from "./load-context";

const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPED[letter] ?? letter);

export function plainPage(failure: Pick<RequestFailure, "status" | "code" | "params">, language: Language, reference: string): Response {
  const t = translator(language);
  const { title, text } = words(failure.status);
  const params = Object.fromEntries(Object.entries(failure.params).map(([name, value]) => [name, value ?? ""]));
  const reason = messageText(t, messageCode(`errors.reason.${failure.code}`, params));
  const html = `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(t(title))}</title></head>
<body><main><h1>${escape(t(title))}</h1><p>${escape(t(text))}</p>
<p>${escape(reason)}</p><p>${escape(t("errors.reference", { reference }))}</p>
<p><a href="/">${escape(t("errors.toStart"))}</a></p></main></body></html>`;
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Content-Language": language });
  if (failure.status === 503) headers.set("Retry-After", "30");
  return new Response(html, { status: failure.status, headers });
}

function words(status: number) {
  if (status === 404) return { title: "errors.notFound.title", text: "errors.notFound.text" } as const;
  if (status === 503) return { title: "errors.unavailable.title", text: "errors.unavailable.text" } as const;
  if (status === 400) return { title: "errors.badRequest.title", text: "errors.badRequest.text" } as const;
  if (status >= 500) return { title: "errors.unexpected.title", text: "errors.unexpected.text" } as const;
  return { title: "errors.forbidden.title", text: "errors.forbidden.text" } as const;
}
