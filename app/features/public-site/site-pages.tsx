/** Pages of the public site that belong to no edition: what is published, accessibility, and words for what went wrong. */
import { useTranslation } from "react-i18next";
import { kyivDateOf } from "~/domain/dates";
import { groupBy } from "~/domain/group-by";
import type { Language } from "~/i18n/language";
import type { publicSite } from "~/i18n/uk/public";
import { useFormat, useLanguage } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { EmptyState } from "~/ui/panels";
import type { PublishedEdition } from "~db/queries/edition-pages";
import { drawDocument } from "./draw-document";
import { indexHref, inLanguage, pageAddress, publicHref } from "./public-addresses";
import { PublicDocument } from "./public-document";

export const drawIndex = (editions: readonly PublishedEdition[], language: Language) => drawDocument(<Index editions={editions} />, language);

function Index({ editions }: { editions: readonly PublishedEdition[] }) {
  const { t: p } = useTranslation("public");
  const language = useLanguage();
  const plans = [...groupBy(editions, ({ planCode }) => planCode).values()];
  return (
    <PublicDocument title={p("index.title")} address={inLanguage("", language)} illustrative={editions.some(({ illustrative }) => illustrative)}>
      <div className="page-head">
        <h1>{p("index.title")}</h1>
        <p className="prose muted">{p("index.lead")}</p>
      </div>
      <div className="columns columns-aside">
        <div className="stack">
          {plans.length === 0 ? <EmptyState title={p("index.none")}>{p("index.noneText")}</EmptyState> : plans.map((own) => <PlanEditions key={own[0]?.planCode} editions={own} />)}
        </div>
        <aside className="stack" aria-label={p("open.title")}><OpenCode /></aside>
      </div>
    </PublicDocument>
  );
}

/** Of one plan: a row a period, the newest edition first, those it corrected below. */
function PlanEditions({ editions }: { editions: readonly PublishedEdition[] }) {
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const language = useLanguage();
  const [first] = editions;
  const hrefOf = (edition: PublishedEdition) => publicHref(pageAddress(edition, "", language));
  const line = ({ no, releasedAt, code }: PublishedEdition) => <>{p("index.edition", { no, date: print.date(kyivDateOf(releasedAt)) })}, {p("edition.codeWord")} <b className="nowrap">{code}</b></>;
  return (
    <section className="card stack-tight" aria-labelledby={`plan-${first?.planCode}`}>
      <h2 id={`plan-${first?.planCode}`}><LocalText text={first?.planTitle ?? { uk: null, en: null }} /> <span className="small muted nowrap">{first?.planCode}</span></h2>
      <ul className="rows">
        {[...groupBy(editions, ({ periodKey }) => periodKey).values()].map(([latest, ...earlier]) => latest === undefined ? null : (
          <li key={latest.periodKey}>
            <span className="stack-tight">
              <a className="strong" href={hrefOf(latest)}>{print.period(latest.periodKey)}</a>
              <span className="small muted"> {line(latest)}</span>
              {earlier.length > 0 ? (
                <span className="small muted">
                  {earlier.map((edition) => <span key={edition.no}><br /><a href={hrefOf(edition)}>{line(edition)}</a>: {p("index.correctedBy", { no: edition.no + 1 })}</span>)}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A plain form: the code from the foot of a page or from paper. */
function OpenCode({ typed = "" }: { typed?: string }) {
  const { t: p } = useTranslation("public");
  const language = useLanguage();
  return (
    <section className="card stack-tight">
      <h2>{p("open.title")}</h2>
      <form method="get" action={publicHref(inLanguage("c", language))} className="stack-tight">
        <div className="field">
          <label htmlFor="code">{p("open.label")}</label>
          <span className="hint" id="code-hint">{p("open.hint")}</span>
          <input type="text" className="width-20" id="code" name="code" defaultValue={typed} aria-describedby="code-hint" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} required />
        </div>
        <div className="actions"><button className="button">{p("open.button")}</button></div>
      </form>
    </section>
  );
}

const POINTS: readonly (keyof typeof publicSite.accessibility.points)[] = ["script", "words", "charts", "keyboard", "zoom", "print", "dark"];

export const drawAccessibility = (language: Language) => drawDocument(<Accessibility />, language);

function Accessibility() {
  const { t: p } = useTranslation("public");
  const language = useLanguage();
  const crumbs = [{ label: p("nav.editions"), href: indexHref(language) }, { label: p("accessibility.title") }];
  return (
    <PublicDocument title={p("accessibility.title")} address={inLanguage("accessibility", language)} crumbs={crumbs}>
      <div className="page-head">
        <h1>{p("accessibility.title")}</h1>
        <p className="muted">{p("accessibility.lead")}</p>
      </div>
      <div className="stack">
        <section className="card stack-tight"><h2>{p("accessibility.standard")}</h2><p className="prose">{p("accessibility.standardText")}</p></section>
        <section className="card stack-tight">
          <h2>{p("accessibility.works")}</h2>
          <ul className="prose">{POINTS.map((point) => <li key={point}>{p(`accessibility.points.${point}`)}</li>)}</ul>
        </section>
        <section className="card stack-tight"><h2>{p("accessibility.limits")}</h2><p className="prose">{p("accessibility.limitsText")}</p></section>
        <section className="card stack-tight"><h2>{p("accessibility.report")}</h2><p className="prose">{p("accessibility.reportText")}</p></section>
      </div>
    </PublicDocument>
  );
}

export type Trouble = "notFound" | "unavailable" | "notAllowed";

/** `code`: what was typed and opened nothing. */
export const drawTrouble = (what: Trouble, language: Language, code: string | null = null) => drawDocument(<TroublePage what={what} code={code} />, language);

function TroublePage({ what, code }: { what: Trouble; code: string | null }) {
  const { t: p } = useTranslation("public");
  const language = useLanguage();
  return (
    <PublicDocument title={p(`${what}.title`)} address={null}>
      <div className="page-head">
        <h1>{p(`${what}.title`)}</h1>
        <p className="prose">{what === "notFound" && code !== null ? p("notFound.codeText", { code }) : p(`${what}.text`)}</p>
        <p><a href={indexHref(language)}>{p("toIndex")}</a></p>
      </div>
      {what === "notFound" ? <div className="columns columns-aside"><OpenCode typed={code ?? ""} /></div> : null}
    </PublicDocument>
  );
}
