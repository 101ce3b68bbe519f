import type { Words } from "~/i18n/words";
import type { ReportTable } from "../report/report-table";
import type { BoardRow, BoardView } from "./get-board.server";

const FIGURES = ["owed", "verified", "waiting", "returned", "missing", "late", "excluded"] as const;

/** Completeness by body as a table: a page and a file see the same rows, which add up to the last line. */
export function boardReport(board: BoardView, { t, print }: Words): ReportTable {
  const { round } = board;
  return {
    name: `completeness-${round.planCode}-${round.periodKey}`,
    title: t("home.board.caption", { plan: round.planCode, period: print.period(round.periodKey) }),
    columns: [
      { key: "agency", label: t("home.board.agency"), kind: "text" },
      ...FIGURES.map((key) => ({ key, label: t(`home.board.${key}`), kind: "number" as const })),
      { key: "codes", label: t("home.board.codes"), kind: "text", fileOnly: true },
    ],
    rows: board.rows.map((row) => ({
      agency: { value: row.agency, shown: row.abbr, strong: row.missing > 0 },
      ...figures(row),
      codes: row.notReported.map((each) => each.code).join(" ") || null,
    })),
    total: { agency: t("common.total"), ...figures(board.totals) },
    notes: [],
    labels: [
      { key: "plan", label: t("csv.label.plan"), value: round.planCode },
      { key: "period", label: t("common.period"), value: round.periodKey },
      { key: "due", label: t("home.board.round"), value: `${round.kind} ${round.dueOn}` },
    ],
  };
}

const figures = (row: Pick<BoardRow, (typeof FIGURES)[number]>): Record<string, string> => Object.fromEntries(FIGURES.map((key) => [key, String(row[key])]));
