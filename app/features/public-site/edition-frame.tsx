/** What every page of an edition has around its content: sections, way here, how to read its figures, edition and code. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { kyivDateOf } from "~/domain/dates";
import type { PlanCrumb } from "~/features/plan/plan-crumbs";
import type { ReportTable } from "~/features/report/report-table";
import type { ScorecardPage } from "~/features/scorecard/scorecard-page";
import type { PublicWords } from "~/i18n/public-words.server";
import { useFormat, useLanguage } from "~/i18n/use-format";
import { type Crumb, ReadingLine } from "~/ui/page";
import { Note } from "~/ui/panels";
import { CHANGES, codeHref, indexHref, pageAddress, publicHref, type Place } from "./public-addresses";
import { PublicDocument } from "./public-document";
import type { PublicEdition } from "./public-edition";

/** A page of an edition as it is drawn: where it stands, and what all pages of its language share. */
export interface PlacedPage {
  edition: PublicEdition;
  words: PublicWords;
  place: Place;
  /** "K7Q-204-17" */
  code: string;
  score: ScorecardPage;
  /** address of a table of this page as a file */
  csv: (name: string) => string;
}

/** A page and the tables it shows, by the names of their files. */
export interface DrawnContent {
  document: ReactNode;
  tables: Readonly<Record<string, ReportTable>>;
}

/** Tables that are there, by the names of their files. */
export const present = (tables: Record<string, ReportTable | null>): DrawnContent["tables"] =>
  Object.fromEntries(Object.entries(tables).flatMap(([name, table]) => (table === null ? [] : [[name, table]])));

/** A page's way from its plan down, as the signed-in pages tell it; the edition's own stands before it. */
export const crumbsBelow = ([, plan, ...below]: readonly PlanCrumb[], { words }: PlacedPage): Crumb[] => [{ label: words.p("nav.plan"), href: plan?.href }, ...below];

interface EditionFrameProps {
  page: PlacedPage;
  /** in the title of the document */
  name: string;
  title: ReactNode;
  sub?: ReactNode;
  marks?: ReactNode;
  /** below the edition's own */
  crumbs?: readonly Crumb[];
  children: ReactNode;
}

export function EditionFrame({ page, name, title, sub, marks, crumbs = [], children }: EditionFrameProps) {
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const language = useLanguage();
  const { record } = page.edition;
  const { no, at } = record.release;
  const { reading } = page.score;
  const href = (place: Place) => publicHref(pageAddress(editionOf(page), place, language));
  const nav = (["scorecard", "plan", "verdicts", "indicators", "method"] as const).map((section) => {
    const place = section === "scorecard" ? "" : section === "plan" ? "tree" : section;
    return { label: p(`nav.${section}`), href: href(place), isCurrent: page.place === place };
  });
  const address = pageAddress(editionOf(page), page.place, language);
  const start: Crumb = { label: `${page.score.planCode}, ${print.period(record.periodKey)}`, ...(page.place === "" ? {} : { href: href("") }) };
  return (
    <PublicDocument
      title={name}
      address={address}
      illustrative={record.illustrative}
      nav={nav}
      crumbs={[{ label: p("nav.editions"), href: indexHref(language) }, start, ...crumbs]}
      foot={<>{p("edition.foot", { no, date: print.date(kyivDateOf(at)), code: page.code, address: codeHref(page.code, language) })}<br />{page.score.footNote}</>}
    >
      <div className="page-head">
        <h1>{title}</h1>
        {sub ? <p className="muted">{sub}</p> : null}
        {marks ? <div className="row row-middle">{marks}</div> : null}
        <ReadingLine {...reading} />
        <Corrected page={page} />
      </div>
      {children}
    </PublicDocument>
  );
}

export const editionOf = ({ edition: { record } }: Pick<PlacedPage, "edition">) => ({ planCode: record.planCode, periodKey: record.periodKey, no: record.release.no });

/** A later correction leaves this page as it is, but not alone. */
function Corrected({ page }: { page: PlacedPage }) {
  const { t: p } = useTranslation("public");
  const language = useLanguage();
  const no = page.edition.correctedBy;
  if (no === null) return null;
  return (
    <Note tone="warn">
      {p("edition.corrected", { no })} <a href={publicHref(pageAddress({ ...editionOf(page), no }, "", language))}>{p("edition.toCorrected", { no })}</a>
      {" · "}<a href={publicHref(pageAddress({ ...editionOf(page), no }, CHANGES, language))}>{p("changes.open")}</a>
    </Note>
  );
}

/** Which edition this is, and the code that opens the page again; on paper the foot says it. */
export function ThisPage({ page }: { page: PlacedPage }) {
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const language = useLanguage();
  const { knownAt, release } = page.edition.record;
  return (
    <section className="card stack-tight no-print">
      <h2>{p("edition.title")}</h2>
      <p className="small">{p("edition.line", { no: release.no, date: print.date(kyivDateOf(release.at)) })} · {p("edition.codeWord")} <b className="nowrap">{page.code}</b></p>
      <p className="small muted">{p("edition.known", { moment: print.moment(knownAt) })}. {p("edition.publicOnly")}</p>
      <p className="small"><a href={indexHref(language)}>{p("edition.all")}</a></p>
    </section>
  );
}
