/** All pages and files of one edition, in both languages. The same edition gives the same bytes, whenever it is drawn. */
import { measureAnswer } from "~/features/plan/measure-view";
import { nodeAnswer } from "~/features/plan/node-view";
import { indicatorAnswer, type IndicatorAnswer } from "~/features/indicator/indicator-view";
import { seriesFacts } from "~/features/indicator/series-facts";
import type { ReportTable } from "~/features/report/report-table";
import { toCsv } from "~/features/report/to-csv";
import { scorecardPage } from "~/features/scorecard/scorecard-page";
import { labelsOf } from "~/features/scorecard/scorecard-tables";
import type { IndicatorFact } from "~/domain/facts";
import { LANGUAGES, type Language } from "~/i18n/language";
import { publicWords, type PublicWords } from "~/i18n/public-words.server";
import { changesPage } from "./changes-page";
import { drawDocument } from "./draw-document";
import { editionOf, type DrawnContent, type PlacedPage } from "./edition-frame";
import { indicatorPage } from "./indicator-page";
import { indicatorsPage, methodPage, treePage, verdictsPage } from "./list-pages";
import { measurePage } from "./measure-page";
import { nodePage } from "./node-page";
import { CHANGES, indicatorPlace, measurePlace, nodePlace, pageAddress, pageCode, placeOf, PUBLIC_ROOT, publicHref, tablePlace, type Place } from "./public-addresses";
import type { PublicEdition } from "./public-edition";
import { scorecardStart } from "./scorecard-start";

export interface DrawnPage {
  address: string;
  position: number;
  mediaType: string;
  body: string;
}

const HTML = "text/html; charset=utf-8";
const CSV = "text/csv; charset=utf-8; header=present";

type Draw = (page: PlacedPage) => DrawnContent;

/** `keptPositions`: the numbers its addresses were given before; what is printed on paper keeps its meaning. */
export function* drawEdition(edition: PublicEdition, keptPositions: ReadonlyMap<string, number>): Generator<DrawnPage> {
  const places = new Set(placesOf(edition));
  const positions = positionsOf(edition, places, keptPositions);
  for (const language of LANGUAGES) {
    const words = publicWords(language);
    const score = scorecardPage(edition.answer, words);
    for (const [place, draw] of drawingsOf(edition, words)) {
      const position = positions.get(place) ?? 0;
      const code = pageCode(edition.record.release.code, position);
      const page: PlacedPage = { edition, words, place, code, score, csv: (name) => publicHref(addressOf(edition, tablePlace(place, name), language)) };
      const { document, tables } = draw(page);
      const body = drawDocument(<>{document}</>, language, (href) => leadsTo(href, edition, places, language));
      yield { address: addressOf(edition, place, language), position, mediaType: HTML, body };
      for (const [name, table] of Object.entries(tables)) {
        yield { address: addressOf(edition, tablePlace(place, name), language), position, mediaType: CSV, body: toCsv(labelled(table, page), words.t("csv.rows")) };
      }
    }
  }
}

const addressOf = (edition: PublicEdition, place: Place, language: Language) => pageAddress(editionOf({ edition }), place, language);

/** The scorecard first: its number is 1, so that an edition's code alone opens it. */
export function placesOf({ reading: { tree }, record }: Pick<PublicEdition, "reading" | "record">): Place[] {
  return [
    "", "tree", "verdicts", "indicators", "method",
    ...tree.nodes.map(({ fact }) => nodePlace(fact.code)),
    ...[...tree.measureById.values()].map(({ fact }) => measurePlace(fact.code)),
    ...tree.plan.indicators.map(({ code }) => indicatorPlace(code)),
    ...(record.release.changes === null ? [] : [CHANGES]),
  ];
}

function positionsOf(edition: PublicEdition, places: Iterable<Place>, kept: ReadonlyMap<string, number>): Map<Place, number> {
  let last = Math.max(0, ...kept.values());
  return new Map([...places].map((place) => [place, kept.get(addressOf(edition, place, "uk")) ?? (last += 1)]));
}

/** Links to pages that this edition does not have are none. */
function leadsTo(href: string, edition: PublicEdition, places: ReadonlySet<Place>, language: Language): string | null {
  if (href === PUBLIC_ROOT || href.startsWith(`${PUBLIC_ROOT}/`)) return href;
  const place = placeOf(href, edition.record);
  return place === null || !places.has(place) ? null : publicHref(addressOf(edition, place, language));
}

/** Every figure that leaves the system says what it was read from, and of which edition it is. */
function labelled(table: ReportTable, { edition, words, code }: PlacedPage): ReportTable {
  const { release } = edition.record;
  const labels = [
    ...labelsOf(edition.answer, words),
    { key: "edition", label: words.p("edition.csvLabel"), value: `${release.no} (${release.code})` },
    { key: "page_code", label: words.p("edition.csvCode"), value: code },
  ];
  return { ...table, labels };
}

function* drawingsOf(edition: PublicEdition, words: PublicWords): Generator<[Place, Draw]> {
  const { reading, answer, components, details, record } = edition;
  const { tree } = reading;
  const asked = { period: record.periodKey, periods: [], words };
  const answers = new Map<string, IndicatorAnswer>();
  const answerOf = (indicator: IndicatorFact): IndicatorAnswer => {
    const known = answers.get(indicator.id);
    if (known !== undefined) return known;
    const series = seriesFacts(edition.before.get(indicator.id) ?? [], { reading, indicator }, words);
    const drawn = indicatorAnswer(reading, indicator, { year: record.periodKey.slice(0, 4), series, sources: edition.sources, words });
    answers.set(indicator.id, drawn);
    return drawn;
  };
  yield ["", scorecardStart];
  yield ["tree", treePage];
  yield ["verdicts", verdictsPage];
  yield ["indicators", indicatorsPage];
  yield ["method", methodPage];
  for (const node of tree.nodes) yield [nodePlace(node.fact.code), (page) => nodePage(page, node, nodeAnswer(reading, node, { answer, components, ...asked }))];
  for (const measure of tree.measureById.values()) {
    const own = () => measureAnswer(reading, measure, { details: details.get(measure.fact.id) ?? null, ...asked });
    yield [measurePlace(measure.fact.code), (page) => measurePage(page, measure, own(), measure.indicators.map(answerOf))];
  }
  for (const indicator of tree.plan.indicators) yield [indicatorPlace(indicator.code), (page) => indicatorPage(page, answerOf(indicator))];
  if (record.release.changes !== null) yield [CHANGES, changesPage];
}
