import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import catalogueChunks from "virtual:catalogue-chunks";
import { isLanguage } from "./i18n/language";
import { readLanguage } from "./i18n/language.server";
import { i18nByLanguage } from "./i18n/translate";
import { DocumentContext } from "./ui/document-context";
import { failureOf } from "./web/failure.server";
import { contextOf } from "./web/load-context";

/**
 * What goes wrong outside loaders and actions: drawing a page. An address or method that is nothing is no fault; its
 * answer and the request's line in the log say all there is.
 */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (isRouteErrorResponse(error) || request.signal.aborted) return;
  failureOf(error, contextOf(context));
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Renders a page in one go: nothing here streams, and one pass is the fastest and simplest to reason about. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  // an action may have changed it, so the request's own word comes second
  const language = isLanguage(loadContext.language) ? loadContext.language : readLanguage(request);
  const html = renderToString(
    <I18nextProvider i18n={i18nByLanguage[language]}>
      <DocumentContext.Provider value={{ nonce: text(loadContext.nonce), reference: text(loadContext.requestId) }}>
        <RemixServer context={remixContext} url={request.url} />
      </DocumentContext.Provider>
    </I18nextProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Language", language);
  headers.append("Vary", "Cookie");
  // a header and not an element: the page would otherwise differ from what the browser's own code renders
  const words = remixContext.staticHandlerContext.matches.flatMap(({ route }) => catalogueChunks[route.id]?.[language] ?? []);
  for (const address of new Set(words)) headers.append("Link", `<${address}>; rel=modulepreload`);
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}
