/** The first page of an edition: its scorecard, verdicts, and every table of it as a file. */
import { useTranslation } from "react-i18next";
import { EvidenceCard, Headline, Totals } from "~/features/scorecard/headline";
import { evidenceTable } from "~/features/scorecard/evidence-table";
import { isEvaluated } from "~/features/scorecard/measure-statuses";
import { MeasuresCard } from "~/features/scorecard/measures-card";
import { goalsTable, averageTable } from "~/features/scorecard/scorecard-tables";
import { measuresTable, outcomesTable } from "~/features/scorecard/goal-tables";
import { AverageProgress, GoalsTable, OutcomesTable, SmallCards } from "~/features/scorecard/scorecard-sections";
import { useLanguage } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { Note } from "~/ui/panels";
import { editionOf, EditionFrame, ThisPage, type DrawnContent, type PlacedPage } from "./edition-frame";
import { CHANGES, CHECKSUMS_FILE, pageAddress, publicHref, tablePlace } from "./public-addresses";
import type { PublicEdition } from "./public-edition";
import { StatusesTable } from "./statuses-table";
import { statusTable } from "./verdict-tables";

export function scorecardStart(page: PlacedPage): DrawnContent {
  const { answer } = page.edition;
  const { words, score } = page;
  const tables = {
    goals: goalsTable(answer, words), ...(isEvaluated(answer) ? { statuses: statusTable(answer, words) } : {}), measures: measuresTable(answer, words), average: averageTable(answer, words), evidence: evidenceTable(answer, words),
    ...(score.outcomes ? { outcomes: outcomesTable(answer, words) } : {}),
  };
  return { document: <ScorecardStart page={page} tables={tables} />, tables };
}

function ScorecardStart({ page, tables }: { page: PlacedPage; tables: DrawnContent["tables"] }) {
  const { t } = useTranslation();
  const { csv } = page;
  const listCsv = publicHref(pageAddress(editionOf(page), tablePlace("indicators", "indicators"), useLanguage()));
  const score = { ...page.score, csv: { goals: csv("goals"), average: csv("average"), outcomes: csv("outcomes"), measures: csv("measures"), indicators: listCsv, evidence: csv("evidence") } };
  return (
    <EditionFrame page={page} name={`${score.title}, ${score.planTitle}`} title={score.title} sub={score.planTitle}>
      <div className="columns columns-aside">
        <div className="stack">
          <Foreword edition={page.edition} />
          <Changes page={page} />
          <Headline headline={score.headline} />
        </div>
        <aside className="stack" aria-label={t("scorecard.summary")}>
          <Totals page={score} />
          <EvidenceCard evidence={score.evidence} csvHref={csv("evidence")} />
          <ThisPage page={page} />
        </aside>
      </div>
      <div className={tables.statuses ? "columns columns-two" : "columns"}>
        <MeasuresCard card={score.evaluated} />
        {tables.statuses ? <StatusesTable table={tables.statuses} csvHref={csv("statuses")} /> : null}
      </div>
      <div className="columns"><GoalsTable page={score} /></div>
      <SmallCards page={score} />
      <div className="columns">
        <AverageProgress page={score} />
        {score.outcomes ? <OutcomesTable outcomes={score.outcomes} csvHref={csv("outcomes")} /> : null}
      </div>
      <div className="columns"><DataFiles page={page} tables={tables} /></div>
    </EditionFrame>
  );
}

/** What those who prepared the edition say before it. */
function Foreword({ edition: { record, texts } }: { edition: PublicEdition }) {
  const { t: p } = useTranslation("public");
  const textOf = (digest: string | null) => {
    const found = digest === null ? undefined : texts.get(digest);
    return found !== undefined && "text" in found ? found.text : null;
  };
  const text = { uk: textOf(record.foreword.uk), en: textOf(record.foreword.en) };
  if (text.uk === null && text.en === null) return null;
  return (
    <section className="card stack-tight">
      <h2>{p("edition.note")}</h2>
      <p className="prose preserve-lines"><LocalText text={text} /></p>
    </section>
  );
}

function Changes({ page }: { page: PlacedPage }) {
  const { t: p } = useTranslation("public");
  const language = useLanguage();
  const { changes } = page.edition.record.release;
  if (changes === null) return null;
  const { since, totals, indicators, verdicts } = changes;
  return (
    <Note>
      {p("changes.short", { no: since.no, totals: totals.length, indicators: indicators.length, verdicts: verdicts.length })}{" "}
      <a href={publicHref(pageAddress(editionOf(page), CHANGES, language))}>{p("changes.open")}</a>
    </Note>
  );
}

/** The tables of the whole edition; those of one goal, measure or indicator are on its page. */
function DataFiles({ page, tables }: { page: PlacedPage; tables: DrawnContent["tables"] }) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const language = useLanguage();
  const elsewhere = [["tree", p("tree.title")], ["verdicts", p("scorecard.evaluations")], ["indicators", p("nav.indicators")]] as const;
  const address = (place: string) => publicHref(pageAddress(editionOf(page), place, language));
  return (
    <section className="card stack-tight no-print" id="data">
      <h2>{p("scorecard.data")}</h2>
      <p className="small muted prose">{p("scorecard.dataText")}</p>
      <ul className="small contents">
        {Object.entries(tables).map(([name, { title }]) => <li key={name}><a href={page.csv(name)} download>{title} ({t("csv.link")})</a></li>)}
        {elsewhere.map(([place, title]) => <li key={place}><a href={address(tablePlace(place, place))} download>{title} ({t("csv.link")})</a></li>)}
        <li><a href={publicHref(pageAddress(editionOf(page), CHECKSUMS_FILE, "uk"))}>{p("scorecard.checksums")}</a></li>
      </ul>
    </section>
  );
}
