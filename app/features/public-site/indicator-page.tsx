/** The page of one indicator: figures with their formulas, series, every value, passport. */
import { IndicatorFormulas, IndicatorMarks, IndicatorNotes, PassportCard, ValuesCard } from "~/features/indicator/indicator-parts";
import type { IndicatorAnswer } from "~/features/indicator/indicator-view";
import { LocalText } from "~/ui/local-text";
import { PairedCounts } from "~/ui/paired-counts";
import { crumbsBelow, EditionFrame, ThisPage, type DrawnContent, type PlacedPage } from "./edition-frame";
import { PublicChart } from "./public-chart";

export function indicatorPage(page: PlacedPage, { view, table }: IndicatorAnswer): DrawnContent {
  const csvHref = page.csv("values");
  const document = (
    <EditionFrame page={page} name={`${view.title}, ${view.code}`} title={<LocalText text={view.name} />} marks={<IndicatorMarks view={view} />} crumbs={crumbsBelow(view.crumbs, page)}>
      <div className="stack">
        <PairedCounts pairs={view.figures.filter(({ key }) => key !== "provisional").map(({ value, caption }) => ({ value, label: caption }))} />
        <IndicatorNotes view={view} />
        <IndicatorFormulas formulas={view.formulas} basis={view.basis} />
        <PublicChart model={view.series} />
        <div className="columns columns-two paper-stacked">
          <ValuesCard table={table} csvHref={csvHref} />
          <div className="stack">
            <PassportCard passport={view.passport} />
            <ThisPage page={page} />
          </div>
        </div>
      </div>
    </EditionFrame>
  );
  return { document, tables: { values: table } };
}
