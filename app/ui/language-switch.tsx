/**
 * The other language, on the same page, with nothing typed lost. Without JavaScript: a link that keeps the address,
 * or, beside an entry form, a button that posts the form as it is and gets it back in the other language.
 * With JavaScript the page changes in place and its forms are not touched.
 */
import { useLocation, useMatches, useNavigate, useRevalidator } from "@remix-run/react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { languageCookie, otherLanguage } from "~/i18n/language";
import { switchLanguage } from "~/i18n/load-catalogue";
import { useLanguage } from "~/i18n/use-format";
import { INTENT_FIELD, LANGUAGE_FIELD, MAIN_FORM_ID, type PageHandle } from "./root-data";

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const to = otherLanguage(useLanguage());
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const revalidator = useRevalidator();
  const mainForm = useMatches().map(({ handle }) => (handle as PageHandle | undefined)?.mainForm).find(Boolean);
  const words = t(`shell.switchTo.${to}`);
  const href = addressIn(pathname, search, to);

  async function change() {
    document.cookie = languageCookie(to, window.location.protocol === "https:");
    await switchLanguage(i18n, to);
    if (new URLSearchParams(search).has("lang")) navigate(addressIn(pathname, search, null), { replace: true, preventScrollReset: true });
    else revalidator.revalidate();
  }

  function onClick(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    change().catch(() => window.location.assign(href));
  }

  if (mainForm) {
    return (
      <>
        <EnterButton intent={typeof mainForm === "string" ? mainForm : null} />
        <button type="submit" className="link-button" form={MAIN_FORM_ID} name={LANGUAGE_FIELD} value={to} formNoValidate lang={to} onClick={onClick}>
          {words}
        </button>
      </>
    );
  }
  return (
    <a href={href} lang={to} hrefLang={to} onClick={onClick}>
      {words}
    </a>
  );
}

/** Enter in a field presses the form's first button in the document: without this one it would be the switch. */
function EnterButton({ intent }: { intent: string | null }) {
  const pressed = intent === null ? {} : { name: INTENT_FIELD, value: intent };
  return <button type="submit" className="visually-hidden" form={MAIN_FORM_ID} formNoValidate tabIndex={-1} aria-hidden="true" {...pressed} />;
}

function addressIn(pathname: string, search: string, language: string | null): string {
  const parameters = new URLSearchParams(search);
  parameters.delete("lang");
  if (language) parameters.set("lang", language);
  const query = parameters.toString();
  return query ? `${pathname}?${query}` : pathname;
}
