import { printed } from "./numbers";
import { type PagesReport, type Rate, type Share, TAIL } from "./targets";

/** A table as Markdown, its columns padded so that it reads in a terminal too. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

const percent = (share: number): string => `${printed(share * 100)} %`;
const isPage = ({ name }: Rate) => TAIL.of.includes(name);

export function ratesTable({ rates, bytes }: PagesReport): string {
  return markdownTable(
    ["target", "requests/s", "slowest–fastest round", "median ms", "p99 ms", "p99 / median", "bytes"],
    rates.map((rate) => [
      rate.name, printed(rate.perSecond), `${printed(rate.slowest)}–${printed(rate.fastest)}`, printed(rate.median), printed(rate.p99),
      isPage(rate) ? `${printed(rate.tail)} (at most ${TAIL.most}: ${rate.tail <= TAIL.most ? "kept" : "not kept"})` : printed(rate.tail), String(bytes[rate.name] ?? ""),
    ]),
  );
}

export function sharesTable({ shares }: PagesReport): string {
  const promised = ({ least, aim }: Share) => (aim ? `at least ${percent(least)}, aim ${percent(aim)}` : `at least ${percent(least)}`);
  return markdownTable(
    ["share of requests/s", "against", "measured", "promised", ""],
    shares.map((share) => [share.of, share.against, percent(share.share), promised(share), share.isKept ? "kept" : "not kept"]),
  );
}

export function memoryTable({ memory }: PagesReport): string {
  return markdownTable(
    ["server on", "ready after s", "MB after the load run", "most MB", "promised", ""],
    memory.map(({ where, readyMs, after, peak, most }) => [where === "postgresql" ? "PostgreSQL" : "the embedded database", printed(readyMs / 1000), String(after), String(peak), `under ${most} MB after`, after < most ? "kept" : "not kept"]),
  );
}
