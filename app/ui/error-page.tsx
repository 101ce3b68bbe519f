/** The plain page for anything that went wrong: one sentence, a number to quote, a way back. */
import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { messageCode, messageText } from "~/i18n/message-code";
import { DocumentContext } from "./document-context";
import { Page } from "./page";

/** Name of the catalogue entry for a status. */
function kindOf(status: number) {
  if (status === 404) return "notFound";
  if (status === 401 || status === 403) return "forbidden";
  if (status === 429) return "tooMany";
  if (status === 503) return "unavailable";
  return status >= 400 && status < 500 ? "badRequest" : "unexpected";
}

interface Told {
  code?: unknown;
  params?: unknown;
  reference?: unknown;
}

export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  const document = useContext(DocumentContext);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const told: Told = isRouteErrorResponse(error) && typeof error.data === "object" && error.data !== null ? (error.data as Told) : {};
  const reference = typeof told.reference === "string" ? told.reference : document.reference;
  const kind = kindOf(status);
  return (
    <Page title={t(`errors.${kind}.title`)}>
      <div className="stack prose">
        <p>{reason(told) ?? t(`errors.${kind}.text`)}</p>
        {reference ? <p className="muted">{t("errors.reference", { reference })}</p> : null}
        <p>
          <Link to="/" reloadDocument>
            {t("errors.toStart")}
          </Link>
        </p>
      </div>
    </Page>
  );

  /** The refusal's own sentence, where it has one that says more than the status does. */
  function reason({ code, params }: Told): string | null {
    if (typeof code !== "string" || code === "not_found") return null;
    const key = `errors.reason.${code}`;
    const text = messageText(t, messageCode(key, (params ?? {}) as Record<string, string | number>));
    return text.startsWith(key) ? null : text;
  }
}
