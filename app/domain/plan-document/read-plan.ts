/**
 * A plan read from its official document: headings give the tree, the columns of each table the measures, a row after row
 * the indicators. Codes are by position, as the layout carries none: goal, task, sub-task, measure, indicator.
 *
 * Edge cases: an empty cell continues what stands above it in the same measure (merged cells, a measure split over a page);
 * a ditto mark repeats the measure above within one task only, and never an amount of money; a heading repeated at the head
 * of the next table or page is read once; what stands above the first table, notes and the signature are skipped. A text
 * kept by the file as a number or a date is reported: it may have been damaged.
 */
import { sum, type Exact } from "../exact";
import { findColumns, type ColumnRole, type Columns } from "./columns";
import { readDeadline } from "./deadline-text";
import { isDitto } from "./ditto";
import type { Block, CellAddress, DocumentCell, DocumentRow } from "./document";
import { readExecutors } from "./executor-text";
import { isPreamble, isSignature, readHeading, readSubTask } from "./heading-line";
import { oneLine, plainText } from "./plain-text";
import type { DraftFunding, DraftMeasure, DraftNode, DraftProblem, PlanDraft } from "./plan-draft";
import { modeOf, readValue, type IndicatorValues, type ValueText } from "./value-text";

const SECTION_NAMES = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const NOTHING: DocumentCell = { text: "", stored: "text" };

export function readPlanDocument(blocks: readonly Block[]): PlanDraft {
  const reader = new PlanReader();
  let columns: Columns | null = null;
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      // above the first table stands the approval and the title
      if (columns !== null) reader.heading(block.text, null);
      continue;
    }
    if (block.kind === "hidden") {
      reader.problem("warning", block.what === "rows" ? "hidden_rows" : "hidden_sheet", null, null, block.name);
      continue;
    }
    const own = findColumns(block.rows);
    if (own !== null) {
      reader.columns(own, block.no, columns === null);
      columns = own;
    }
    if (columns === null) continue;
    const known = columns;
    const rows = own === null ? block.rows : block.rows.filter((_, index) => index >= own.to);
    for (const row of rows) if (!reader.row(row, block.no, known)) break;
  }
  if (columns === null) reader.problem("decision", "no_table", null, null, "");
  return reader.draft();
}

/** The only place that remembers: where in the tree the next row stands, and the measure above it. */
class PlanReader {
  readonly #nodes: DraftNode[] = [];
  readonly #measures: DraftMeasure[] = [];
  readonly #problems: DraftProblem[] = [];
  readonly #years = new Set<number>();
  #section: DraftNode | null = null;
  #goal: DraftNode | null = null;
  #task: DraftNode | null = null;
  #subTask: DraftNode | null = null;
  #measure: DraftMeasure | null = null;
  /** the measure above, within the task: what a ditto mark repeats */
  #above: DraftMeasure | null = null;

  draft(): PlanDraft {
    return { years: [...this.#years].sort((a, b) => a - b), nodes: this.#nodes, measures: this.#measures, problems: this.#problems };
  }

  problem(severity: DraftProblem["severity"], code: DraftProblem["code"], about: string | null, at: CellAddress | null, value: string): void {
    this.#problems.push({ severity, code, about, at, value });
  }

  columns({ found, unknown }: Columns, table: number, isFirst: boolean): void {
    for (const { year } of found) if (year !== null) this.#years.add(year);
    if (!isFirst) return;
    for (const { index, heading } of unknown) this.problem("decision", "column_unknown", null, { table, row: 0, column: index + 1 }, heading);
    const roles = found.map(({ role }) => role);
    for (const role of ["measure", "indicator"] as const) if (!roles.includes(role)) this.problem("decision", "column_missing", null, null, role);
    if (!roles.some((role) => role === "executors" || role === "lead")) this.problem("decision", "column_missing", null, null, "executors");
  }

  heading(text: string, at: CellAddress | null): void {
    if (plainText(text) === "" || isPreamble(text) || isSignature(text) || /^примітк/.test(plainText(text))) return;
    const { level, number, title } = readHeading(text);
    if (level === "section") this.#section = this.#node({ level: "section", code: SECTION_NAMES[this.#count("section")] ?? String(this.#count("section") + 1), parentCode: null, title, at });
    if (level === "goal") this.#goal = this.#node({ level: "goal", code: String(number), parentCode: this.#section?.code ?? null, title, at });
    if (level === "task") this.#task = this.#node({ level: "task", code: below(this.#goal, String(number)), parentCode: this.#goal?.code ?? null, title, at });
    if (level !== "task") this.#task = null;
    if (level === "section") this.#goal = null;
    this.#subTask = null;
    this.#measure = null;
    this.#above = null;
  }

  /** False: nothing of the plan follows in this table. */
  row(row: DocumentRow, table: number, columns: Columns): boolean {
    const filled = row.cells.flatMap(({ text }, index) => (text.trim() === "" ? [] : [{ text, index }]));
    const [first] = filled;
    if (first === undefined) return true;
    if (filled.some(({ text }) => isSignature(text))) return false;
    const at = (index: number): CellAddress => ({ table, row: row.no, column: index + 1 });
    const cell = (role: ColumnRole, year: number | null = null) => {
      const index = columns.found.find((column) => column.role === role && column.year === year)?.index;
      return index === undefined ? { ...NOTHING, index: 0 } : { ...(row.cells[index] ?? NOTHING), index };
    };
    if (filled.length === 1 && isAcross(row, first.index, columns)) {
      this.heading(first.text, at(first.index));
      return true;
    }
    const task = cell("task");
    if (task.text.trim() !== "" && !isDitto(task.text)) this.#startSubTask(task.text, at(task.index));
    const measure = cell("measure");
    if (measure.text.trim() !== "" && !isDitto(measure.text)) this.#startMeasure(measure, at(measure.index));
    if (this.#measure === null) {
      this.problem("warning", "row_without_measure", null, at(first.index), first.text);
      return true;
    }
    if (columns.found.some(({ role }) => role === "executors" || role === "lead")) this.#executors([cell("lead"), cell("co_executors"), cell("executors")], at);
    const deadline = cell("deadline");
    if (deadline.text.trim() !== "" && !isDitto(deadline.text)) this.#deadline(this.#measure, deadline, at(deadline.index));
    this.#funding(cell, columns, at);
    const indicator = cell("indicator");
    if (indicator.text.trim() !== "") this.#indicator(indicator, cell, at);
    return true;
  }

  #deadline(measure: DraftMeasure, { text }: DocumentCell, at: CellAddress): void {
    measure.deadline = readDeadline(text);
    if (measure.deadline?.kind === "event") this.problem("warning", "deadline_is_event", measure.code, at, oneLine(text));
  }

  #startSubTask(text: string, at: CellAddress): void {
    const { number, title } = readSubTask(text);
    const parent = this.#task ?? this.#goal ?? this.#section;
    const siblings = this.#nodes.filter(({ level, parentCode }) => level === "sub_task" && parentCode === (parent?.code ?? null)).length;
    this.#subTask = this.#node({ level: "sub_task", code: below(parent, String(number ?? siblings + 1)), parentCode: parent?.code ?? null, title, at });
    this.#above = this.#measure ?? this.#above;
    this.#measure = null;
  }

  #startMeasure(cell: DocumentCell, at: CellAddress): void {
    const parent = this.#subTask ?? this.#task ?? this.#goal ?? this.#section;
    this.#above = this.#measure ?? this.#above;
    const no = this.#measures.filter(({ nodeCode }) => nodeCode === (parent?.code ?? null)).length + 1;
    this.#measure = { code: below(parent, String(no)), nodeCode: parent?.code ?? null, title: oneLine(cell.text), executors: [], deadline: null, funding: null, indicators: [], at };
    this.#measures.push(this.#measure);
    this.#damaged(cell, this.#measure.code, at);
  }

  #executors(cells: readonly (DocumentCell & { index: number })[], at: (index: number) => CellAddress): void {
    const measure = this.#measure;
    if (measure === null) return;
    const given = cells.filter(({ text }) => text.trim() !== "");
    for (const [place, cell] of cells.entries()) {
      if (cell.text.trim() === "") continue;
      if (isDitto(cell.text)) {
        if (this.#above === null || this.#above === measure) this.problem("decision", "ditto_without_above", measure.code, at(cell.index), cell.text);
        else measure.executors = this.#above.executors;
        continue;
      }
      const role = place === 0 ? "lead" : place === 1 ? "co" : null;
      measure.executors = [...measure.executors, ...readExecutors(cell.text).map((each) => ({ ...each, role: each.role ?? role }))];
    }
    if (given.length === 0 && measure.indicators.length === 0 && measure.executors.length === 0) this.problem("decision", "no_executors", measure.code, measure.at, "");
  }

  #funding(cell: CellOf, columns: Columns, at: (index: number) => CellAddress): void {
    const measure = this.#measure;
    if (measure === null) return;
    const total = cell("funding_total");
    const source = cell("funding_source");
    if (/не потребу/.test(plainText(total.text))) {
      measure.funding = { kind: "none", text: oneLine(total.text) };
      return;
    }
    if (isDitto(total.text)) {
      const above = this.#above?.funding ?? null;
      if (above?.kind === "none") measure.funding = above;
      else this.problem("decision", "ditto_without_above", measure.code, at(total.index), total.text);
      return;
    }
    const years = columns.found.filter(({ role }) => role === "funding_year").flatMap(({ year }) => (year === null ? [] : [year]));
    const byYear = new Map(years.flatMap((year): [number, Exact][] => amountOf(cell("funding_year", year).text).map((amount) => [year, amount])));
    const [whole = null] = amountOf(total.text);
    if (whole === null && byYear.size === 0) return;
    const sources = isDitto(source.text) ? sourcesOf(this.#above?.funding ?? null) : linesOf(source.text);
    if (isDitto(source.text) && sources.length === 0) this.problem("decision", "ditto_without_above", measure.code, at(source.index), source.text);
    if (columns.fundingUnit === null) this.problem("decision", "funding_unit_unsaid", measure.code, at(total.index), total.text);
    if (whole !== null && byYear.size > 0 && !sum([...byYear.values()]).equals(whole)) this.problem("warning", "funding_total_differs", measure.code, at(total.index), total.text);
    measure.funding = { kind: "amount", unit: columns.fundingUnit, total: whole, byYear, sources };
  }

  #indicator(name: DocumentCell & { index: number }, cell: CellOf, at: (index: number) => CellAddress): void {
    const measure = this.#measure;
    if (measure === null) return;
    const code = `${measure.code}.${measure.indicators.length + 1}`;
    const byYear = new Map([...this.#years].sort((a, b) => a - b).flatMap((year): [number, ValueText][] => {
      const value = readValue(cell("value_year", year).text);
      return value === null ? [] : [[year, value]];
    }));
    const values: IndicatorValues = { total: readValue(cell("value_total").text), byYear };
    const { mode, doubt } = modeOf(values, name.text);
    const total = cell("value_total");
    if (doubt === "ask") this.problem("decision", "mode_unclear", code, at(total.index), total.text);
    if (doubt === "total_differs") this.problem("decision", "total_differs", code, at(total.index), total.text);
    this.#damaged(name, code, at(name.index));
    measure.indicators.push({ code, name: oneLine(name.text), mode, values, at: at(name.index) });
  }

  /** A name is a text: one the file keeps as a number or a date is not what was written. */
  #damaged({ stored, text }: DocumentCell, about: string, at: CellAddress): void {
    if (stored === "date") this.problem("decision", "text_is_date", about, at, text);
    else if (stored !== "text") this.problem("decision", "text_is_number", about, at, text);
  }

  #node(node: DraftNode): DraftNode {
    // the same heading at the head of the next page
    const again = this.#nodes.find(({ code, level, title }) => code === node.code && level === node.level && title === node.title);
    if (again !== undefined) return again;
    this.#nodes.push(node);
    return node;
  }

  #count(level: DraftNode["level"]): number {
    return this.#nodes.filter((node) => node.level === level).length;
  }
}

type CellOf = (role: ColumnRole, year?: number | null) => DocumentCell & { index: number };

/** One text in a row heads what follows, unless it stands in a column that a row may hold alone. */
function isAcross(row: DocumentRow, index: number, { found }: Columns): boolean {
  const role = found.find((column) => column.index === index)?.role;
  return role === "task" || role === "number" || role === undefined || (role === "measure" && !found.some((column) => column.role === "task") && index === 0 && row.cells.length > 1);
}

const below = (parent: DraftNode | null, number: string): string => (parent === null || parent.level === "section" ? number : `${parent.code}.${number}`);
const linesOf = (text: string) => text.split(/[\n;]/).map(oneLine).filter((line) => line !== "" && line !== "-");
const sourcesOf = (funding: DraftFunding | null): string[] => (funding?.kind === "amount" ? funding.sources : []);

function amountOf(text: string): Exact[] {
  const value = readValue(text);
  return value?.kind === "number" ? [value.value] : [];
}
