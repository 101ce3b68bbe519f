/** One page: where am I (breadcrumb), what is it and in what state (head), what to do (content), what it stands on (foot). */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Link } from "./navigation";

export interface Crumb {
  label: string;
  /** name of the level before the code: "Ціль", "Захід" */
  level?: string;
  /** the last crumb, this page, has none */
  href?: string;
}

interface PageProps {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  sub?: ReactNode;
  /** tags in a line under the title */
  marks?: ReactNode;
  reading?: ReactNode;
  /** plan and rules version of the figures, for the foot */
  footNote?: ReactNode;
  /** above the title: place in a queue, neighbours */
  above?: ReactNode;
  children: ReactNode;
}

export function Page({ title, crumbs = [], sub, marks, reading, footNote, above, children }: PageProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="wrap">
        {crumbs.length > 0 ? <Crumbs crumbs={crumbs} /> : null}
        <main id="main" tabIndex={-1}>
          <div className="page-head">
            {above}
            <h1>{title}</h1>
            {sub ? <p className="muted">{sub}</p> : null}
            {marks ? <div className="row row-middle">{marks}</div> : null}
            {reading}
          </div>
          {children}
        </main>
      </div>
      <footer className="foot">
        <div className="wrap row">
          <span>{footNote ?? t("shell.footerNote")}</span>
          <nav className="row" aria-label={t("shell.help")}>
            <Link to="/help/method">{t("method.title")}</Link>
            <Link to="/help/marks">{t("shell.howToRead")}</Link>
          </nav>
        </div>
      </footer>
    </>
  );
}

export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav className="crumbs" aria-label={t("shell.youAreHere")}>
      <ol>
        {crumbs.map((crumb, index) => {
          const words = (
            <>
              {crumb.level ? <span className="level">{crumb.level} </span> : null}
              {crumb.label}
            </>
          );
          return <li key={index}>{crumb.href ? <Link to={crumb.href}>{words}</Link> : <span aria-current="page">{words}</span>}</li>;
        })}
      </ol>
    </nav>
  );
}

interface ReadingLineProps {
  basis?: "in_force_on_1_january" | "current" | "as_first_adopted";
  /** the date the basis holds at, for in_force_on_1_january */
  basisDate?: string;
  includesProvisional?: boolean;
  ceiling?: "public" | "internal" | "restricted";
  /** the plain form that changes the reading */
  changeHref?: string;
  csvHref?: string;
  /** further chips, already in words */
  more?: readonly string[];
}

/** How the figures of this page are to be read; the same line under every title. */
export function ReadingLine({ basis, basisDate, includesProvisional, ceiling, changeHref, csvHref, more = [] }: ReadingLineProps) {
  const { t } = useTranslation();
  const print = useFormat();
  const chips = [
    basis ? t(`shell.reading.basis.${basis}`, { date: basisDate ? print.date(basisDate) : "" }) : null,
    includesProvisional === undefined ? null : t(includesProvisional ? "shell.reading.includingProvisional" : "shell.reading.official"),
    ceiling ? t(`shell.reading.ceiling.${ceiling}`) : null,
    ...more,
  ].filter((chip): chip is string => chip !== null);
  return (
    <ul className="chips" aria-label={t("shell.reading.label")}>
      {chips.map((chip) => (
        <li key={chip}>{chip}</li>
      ))}
      {changeHref ? <li className="no-print"><ChangeLink href={changeHref} /></li> : null}
      {csvHref ? <li className="no-print"><a href={csvHref} download>{t("csv.link")}</a></li> : null}
    </ul>
  );
}

export function ChangeLink({ href }: { href: string }) {
  const { t } = useTranslation();
  return <Link to={href}>{t("shell.reading.change")}</Link>;
}
