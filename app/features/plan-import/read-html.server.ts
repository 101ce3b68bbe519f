import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { Block } from "~/domain/plan-document/document";
import { onGrid, type SpannedCell } from "./table-grid";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A document is one table wide: cells beyond that are a damaged span, not a plan. */
const WIDEST = 200;
/** A cell over more rows than that is damaged too. */
const TALLEST = 20_000;

const isElement = (node: Node): node is Element => "tagName" in node;
const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);
const SKIPPED = new Set(["script", "style", "head", "template", "noscript"]);
/** What ends a line of text. */
const LINES = new Set(["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** An HTML document as paragraphs and tables, in their order. Scripts and styles are not read; nothing is fetched. */
export function readHtml(html: string): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  const visit = (node: Node): void => {
    if (!isElement(node)) return;
    if (SKIPPED.has(node.tagName)) return;
    if (node.tagName === "table") {
      blocks.push({ kind: "table", no: (tables += 1), rows: onGrid(rowsOf(node)) });
      return;
    }
    const holdsBlocks = childrenOf(node).some((child) => isElement(child) && (child.tagName === "table" || LINES.has(child.tagName) || holdsTable(child)));
    if (LINES.has(node.tagName) && !holdsBlocks) {
      const text = textOf(node);
      if (text !== "") blocks.push({ kind: "paragraph", text });
      return;
    }
    for (const child of childrenOf(node)) visit(child);
  };
  for (const node of parse(html).childNodes) visit(node);
  return blocks;
}

const holdsTable = (node: Node): boolean => isElement(node) && (node.tagName === "table" || childrenOf(node).some(holdsTable));

/** Rows of this table, not of one inside a cell. */
function rowsOf(table: Element): SpannedCell[][] {
  const rows: Element[] = [];
  const visit = (node: Node): void => {
    if (!isElement(node)) return;
    if (node.tagName === "tr") rows.push(node);
    else if (node.tagName !== "table" || node === table) for (const child of childrenOf(node)) visit(child);
  };
  visit(table);
  return rows.map((row) => childrenOf(row).filter(isElement).filter(({ tagName }) => tagName === "td" || tagName === "th").map(cellOf));
}

function cellOf(cell: Element): SpannedCell {
  const span = (name: string, most: number) => Math.min(most, Math.max(1, Number.parseInt(cell.attrs.find((attribute) => attribute.name === name)?.value ?? "1", 10) || 1));
  return { text: textOf(cell), stored: "text", rowSpan: span("rowspan", TALLEST), columnSpan: span("colspan", WIDEST) };
}

/** Text with a line for each paragraph and break; spaces of the source are one. */
function textOf(node: Node): string {
  const lines: string[] = [""];
  const visit = (each: Node): void => {
    if ("value" in each && each.nodeName === "#text") lines[lines.length - 1] += each.value.replace(/[ \t\r\n]+/g, " ");
    if (!isElement(each)) return;
    if (each.tagName === "br") lines.push("");
    const isLine = LINES.has(each.tagName);
    if (isLine && lines[lines.length - 1] !== "") lines.push("");
    for (const child of childrenOf(each)) visit(child);
    if (isLine) lines.push("");
  };
  for (const child of childrenOf(node)) visit(child);
  return lines.map((line) => line.trim()).filter((line) => line !== "").join("\n");
}
