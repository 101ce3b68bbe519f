/** The frame around every page: skip link, banner of invented data, top bar. */
import { Link, useLocation, useMatches } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EntryForm } from "./entry-form";
import { Sprite } from "./icons";
import { LanguageSwitch } from "./language-switch";
import { useRootData, type NavItem } from "./root-data";

/** Address of signing out; a post, so that no other site can do it. */
const SIGN_OUT = "/sign-out";

export function FrameHead() {
  const { t } = useTranslation();
  return (
    <>
      <Sprite />
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <Banner />
      <TopBar />
    </>
  );
}

/** Stands on every page with invented data, printed too: the root says so or the page's own loader. */
function Banner() {
  const { t } = useTranslation();
  const isIllustrative = useMatches().some(({ data }) => typeof data === "object" && data !== null && "illustrative" in data && data.illustrative === true);
  if (!isIllustrative) return null;
  return (
    <aside className="banner" aria-label={t("shell.illustrativeLabel")}>
      <div className="wrap">{t("shell.illustrative")}</div>
    </aside>
  );
}

function TopBar() {
  const { t } = useTranslation();
  const root = useRootData();
  const { pathname } = useLocation();
  const nav = root?.nav ?? [];
  const current = currentItem(nav, pathname);
  return (
    <header className="topbar">
      <div className="wrap">
        <Link className="brand" to="/">
          {t("shell.brand.first")} <span>{t("shell.brand.second")}</span>
        </Link>
        {nav.length > 0 ? (
          <nav className="nav" aria-label={t("shell.mainNav")}>
            {nav.map((item) => (
              <Link key={item.href} to={item.href} aria-current={item === current ? "page" : undefined}>
                {t(`shell.nav.${item.label}`)}
              </Link>
            ))}
          </nav>
        ) : null}
        <div className="me">
          {root?.user ? (
            <>
              <Link to="/account">
                {root.user.roleLabel} <span className="visually-hidden">{t("shell.account", { name: root.user.name })}</span>
              </Link>
              <EntryForm action={SIGN_OUT} reloadDocument label={t("shell.signOut")}>
                <button className="link-button">{t("shell.signOut")}</button>
              </EntryForm>
            </>
          ) : root ? (
            <Link to="/sign-in">{t("shell.signIn")}</Link>
          ) : null}
          <LanguageSwitch />
        </div>
      </div>
    </header>
  );
}

/** The item whose address is the longest beginning of this one. */
function currentItem(nav: readonly NavItem[], pathname: string): NavItem | null {
  const within = ({ href }: NavItem) => (href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`));
  return nav.filter(within).sort((a, b) => b.href.length - a.href.length)[0] ?? null;
}
