import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createI18n } from "./i18n/create-i18n";
import { DEFAULT_LANGUAGE, isLanguage } from "./i18n/language";
import { loadCatalogue } from "./i18n/load-catalogue";
import { DocumentContext } from "./ui/document-context";

async function hydrate() {
  const { lang, dataset } = document.documentElement;
  const language = isLanguage(lang) ? lang : DEFAULT_LANGUAGE;
  const i18n = createI18n(language, await loadCatalogue(language));
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

void hydrate();
