/** The lists of an edition: the tree of its plan, the verdicts, the indicators; and the rules behind all of them. */
import { useTranslation } from "react-i18next";
import { kyivDateOf } from "~/domain/dates";
import { readAll } from "~/features/plan/plan-reading";
import { countTree } from "~/features/plan/filter-tree";
import { nodeLine, type LineFacts } from "~/features/plan/tree-lines";
import { TreeList } from "~/features/plan/tree-list";
import { treeTable } from "~/features/plan/tree-table";
import { toTableModel } from "~/features/report/to-table-model";
import { indicatorsTable } from "~/features/scorecard/scorecard-tables";
import { Formula } from "~/features/scorecard/headline";
import { useFormat } from "~/i18n/use-format";
import { MethodSections } from "~/ui/method-sections";
import { KeyValue } from "~/ui/key-value";
import { ReportTable } from "~/ui/report-table";
import { EditionFrame, type DrawnContent, type PlacedPage } from "./edition-frame";
import { StatusesTable } from "./statuses-table";
import { verdictsTable } from "./verdict-tables";

export function treePage(page: PlacedPage): DrawnContent {
  const { edition: { reading, components, record }, words } = page;
  const { tree } = reading;
  const facts: LineFacts = { reading, readings: readAll(reading, record.periodKey), componentNames: new Map(components.map(({ code, name }) => [code, name])), words };
  const all = { nodes: new Set(tree.nodes.map(({ fact }) => fact.id)), measures: new Set(tree.measureById.keys()), indicators: new Set(tree.indicatorById.keys()) };
  const tables = { tree: treeTable(all, facts, []) };
  return { document: <TreePage page={page} nodes={tree.roots.map((node) => nodeLine(node, all, facts))} />, tables };
}

function TreePage({ page, nodes }: { page: PlacedPage; nodes: ReturnType<typeof nodeLine>[] }) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const { measures, indicators } = countTree(page.edition.reading.tree);
  return (
    <EditionFrame page={page} name={`${p("tree.title")}, ${page.score.planTitle}`} title={page.score.planTitle} sub={p("tree.lead")} crumbs={[{ label: p("nav.plan") }]}>
      <div className="stack">
        <p className="row medium">
          {t("plan.wholePlan", { measures: t("common.measures", { count: measures }), indicators: t("common.indicators", { count: indicators }) })}
          <a className="push-end small no-print" href={page.csv("tree")} download>{t("csv.link")}<span className="visually-hidden">: {p("tree.title")}</span></a>
        </p>
        <TreeList nodes={nodes} />
      </div>
    </EditionFrame>
  );
}

export function verdictsPage(page: PlacedPage): DrawnContent {
  const { p } = page.words;
  const verdicts = verdictsTable(page.edition, page.words);
  const document = (
    <EditionFrame page={page} name={`${verdicts.title}, ${page.score.planTitle}`} title={verdicts.title} sub={page.score.planTitle} crumbs={[{ label: p("nav.verdicts") }]}>
      <StatusesTable table={verdicts} csvHref={page.csv("verdicts")} />
    </EditionFrame>
  );
  return { document, tables: { verdicts } };
}

export function indicatorsPage(page: PlacedPage): DrawnContent {
  const { edition, words } = page;
  const indicators = indicatorsTable(edition.answer, { state: null, node: null, kind: "delivery" }, words);
  const title = words.p("indicators.title", { period: words.print.period(edition.record.periodKey) });
  const document = (
    <EditionFrame page={page} name={`${title}, ${page.score.planTitle}`} title={title} sub={words.p("indicators.lead")} crumbs={[{ label: words.p("nav.indicators") }]}>
      <ReportTable table={toTableModel(indicators, words.print)} csvHref={page.csv("indicators")} />
    </EditionFrame>
  );
  return { document, tables: { indicators } };
}

export function methodPage(page: PlacedPage): DrawnContent {
  return { document: <MethodPage page={page} />, tables: {} };
}

function MethodPage({ page }: { page: PlacedPage }) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const { record } = page.edition;
  return (
    <EditionFrame page={page} name={p("method.title")} title={p("method.title")} sub={p("method.lead")} crumbs={[{ label: p("nav.method") }]}>
      <div className="stack">
        <section className="card stack-tight">
          <h2>{p("method.worked")}</h2>
          <Formula formula={page.score.headline.formula} open />
        </section>
        <section className="card stack-tight">
          <h2>{p("method.frozen")}</h2>
          <KeyValue
            items={[
              { label: p("method.plan"), value: `${record.planCode}, ${t("formula.planVersion", { no: record.versionNo, date: print.date(record.inForceFrom) })}` },
              { label: p("method.basis"), value: t(`csv.basis.${record.basis}`) },
              { label: p("method.rules"), value: p("method.version", { no: record.rulesVersion }) },
              { label: p("method.knownAt"), value: print.moment(record.knownAt) },
              { label: p("method.released"), value: print.date(kyivDateOf(record.release.at)) },
              { label: p("method.inputHash"), value: <span className="break-anywhere">{record.inputHash}</span> },
              { label: p("method.auditHead"), value: <span className="break-anywhere">{`${record.release.audit.seq}:${record.release.audit.head}`}</span> },
            ]}
          />
          <p className="small muted prose">{p("method.frozenText")}</p>
        </section>
        <MethodSections />
      </div>
    </EditionFrame>
  );
}
