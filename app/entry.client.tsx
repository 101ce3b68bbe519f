import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { DEFAULT_LANGUAGE, isLanguage } from "./i18n/language";
import { startI18n } from "./i18n/load-catalogue";
import { DocumentContext } from "./ui/document-context";

/** Runs when the page's modules are there, and with them its words. */
function hydrate() {
  const { lang, dataset } = document.documentElement;
  const language = isLanguage(lang) ? lang : DEFAULT_LANGUAGE;
  const i18n = startI18n(language);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <DocumentContext.Provider value={{ nonce: undefined, reference: dataset.reference }}>
            <RemixBrowser />
          </DocumentContext.Provider>
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

hydrate();
