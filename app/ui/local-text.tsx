import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-format";
import { chooseText, type LocalTextValue } from "~/i18n/choose-text";

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
