import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import type { Language } from "~/i18n/language";
import { publicI18n } from "~/i18n/public-words.server";
import { LinksElsewhere } from "~/ui/navigation";

/** `leadsTo`: where an address of the application, met in what is drawn, leads here; null = nowhere. */
export function drawDocument(document: ReactElement, language: Language, leadsTo: (href: string) => string | null = sameHref): string {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={publicI18n[language]}>
      <LinksElsewhere.Provider value={leadsTo}>{document}</LinksElsewhere.Provider>
    </I18nextProvider>,
  );
  return `<!DOCTYPE html>${markup}`;
}

const sameHref = (href: string) => href;
