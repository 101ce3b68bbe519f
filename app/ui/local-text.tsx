import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-format";
import { otherLanguage, type Language } from "~/i18n/language";

/** A content text in both languages, as the database holds it. */
export interface LocalTextValue {
  uk: string | null;
  en: string | null;
}

/** The text in the language asked for, else in the other one; `language` says which came. */
export function chooseText(text: LocalTextValue, language: Language): { text: string; language: Language } {
  const own = text[language];
  if (own) return { text: own, language };
  const other = otherLanguage(language);
  return { text: text[other] ?? "", language: text[other] ? other : language };
}

/** Content text; one that exists only in the other language is shown with a mark and read aloud in its own. */
export function LocalText({ text }: { text: LocalTextValue }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const chosen = chooseText(text, language);
  if (chosen.language === language) return <>{chosen.text}</>;
  return (
    <>
      <span lang={chosen.language}>{chosen.text}</span> <span className="tiny muted nowrap">({t(`common.otherLanguage.${chosen.language}`)})</span>
    </>
  );
}
