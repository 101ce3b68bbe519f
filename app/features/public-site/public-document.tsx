/** The document around every page of the public site: its own root, without script, session or cookie. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { otherLanguage } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-format";
import { Sprite } from "~/ui/icons";
import { Crumbs, type Crumb } from "~/ui/page";
import { accessibilityHref, indexHref, otherLanguageHref, publicHref, STYLESHEET } from "./public-addresses";

export interface NavLink {
  label: string;
  href: string;
  isCurrent: boolean;
}

interface PublicDocumentProps {
  title: string;
  /** below /public; null = an address that is nothing, which has no other language either */
  address: string | null;
  /** stands on every page of invented data */
  illustrative?: boolean;
  nav?: readonly NavLink[];
  crumbs?: readonly Crumb[];
  /** edition, code and address of the page; printed too */
  foot?: ReactNode;
  children: ReactNode;
}

export function PublicDocument({ title, address, illustrative = false, nav = [], crumbs = [], foot, children }: PublicDocumentProps) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const language = useLanguage();
  const other = otherLanguage(language);
  const otherHref = address === null ? indexHref(other) : otherLanguageHref(address);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === p("site") ? title : `${title} · ${p("site")}`}</title>
        <link rel="stylesheet" href={publicHref(STYLESHEET)} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {address === null ? null : <link rel="alternate" hrefLang={other} href={otherHref} />}
      </head>
      <body>
        <Sprite />
        <a className="skip" href="#main">{t("shell.skip")}</a>
        {illustrative ? (
          <aside className="banner" aria-label={t("shell.illustrativeLabel")}><div className="wrap">{t("shell.illustrative")}</div></aside>
        ) : null}
        <header className="topbar">
          <div className="wrap">
            <a className="brand" href={indexHref(language)}>{t("shell.brand.first")} <span>{t("shell.brand.second")}</span></a>
            {nav.length > 0 ? (
              <nav className="nav" aria-label={p("nav.label")}>
                {nav.map(({ label, href, isCurrent }) => <a key={href} href={href} aria-current={isCurrent ? "page" : undefined}>{label}</a>)}
              </nav>
            ) : null}
            <div className="me">
              <span className="only-wide">{p("site")}</span>
              <a href={otherHref} lang={other} hrefLang={other}>{t(`shell.switchTo.${other}`)}</a>
            </div>
          </div>
        </header>
        <div className="wrap">
          {crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
          <main id="main" tabIndex={-1}>{children}</main>
        </div>
        <footer className="foot">
          <div className="wrap row">
            <span>{foot ?? p("site")}</span>
            <nav className="row" aria-label={p("foot.label")}>
              <a href={indexHref(language)}>{p("nav.editions")}</a>
              <a href={accessibilityHref(language)}>{p("foot.accessibility")}</a>
            </nav>
          </div>
        </footer>
      </body>
    </html>
  );
}
