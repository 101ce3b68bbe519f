import type { LoaderFunctionArgs } from "@remix-run/node";
import { type ExportRight, exportTable } from "~/features/report/export-table.server";
import type { ReportTable } from "~/features/report/report-table";
import { handleLoad } from "./handle.server";
import type { Page } from "./page.server";

/**
 * The loader of every *.csv address: `export const loader = (args) => downloadTable(args, (page) => buildTable(…))`.
 * The table is the one the page shows, asked for with the same query.
 */
export function downloadTable(args: LoaderFunctionArgs, build: (page: Page) => Promise<ReportTable>, right: ExportRight = "export_table"): Promise<Response> {
  return handleLoad(args, async (page) => {
    const { db, actor, now, language, url } = page;
    const table = await build(page);
    const file = await exportTable(db, actor, now, { table, address: url.pathname, language, right });
    return new Response(file.body, {
      headers: {
        "Content-Type": file.mediaType,
        "Content-Disposition": `attachment; filename="${file.fileName}"`,
        "Cache-Control": "private, no-store",
      },
    });
  });
}
