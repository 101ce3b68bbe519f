/** What changed since the edition before: the page a correction is explained on. */
import { changesTable } from "~/features/edition/changes-table";
import { toTableModel } from "~/features/report/to-table-model";
import { ReportTable } from "~/ui/report-table";
import { EditionFrame, present, type DrawnContent, type PlacedPage } from "./edition-frame";

export function changesPage(page: PlacedPage): DrawnContent {
  const { edition: { record, answer, texts }, words: { t, p, print } } = page;
  const changes = changesTable(record, answer, texts, page.words);
  const since = record.release.changes?.since;
  const title = p("changes.title", { no: since?.no ?? 0 });
  const document = (
    <EditionFrame page={page} name={`${title}, ${page.score.planTitle}`} title={title} sub={page.score.planTitle} crumbs={[{ label: p("changes.crumb") }]}>
      {changes === null || changes.rows.length === 0 ? <p>{t("edition.changes.none")}</p> : <ReportTable table={toTableModel(changes, print)} csvHref={page.csv("changes")} />}
    </EditionFrame>
  );
  return { document, tables: present({ changes: changes === null || changes.rows.length === 0 ? null : changes }) };
}
