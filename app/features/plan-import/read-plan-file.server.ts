import { DomainError } from "~/domain/errors";
import type { Block } from "~/domain/plan-document/document";
import { readPlanDocument } from "~/domain/plan-document/read-plan";
import { resolveExecutors, type ResolvedPlan } from "~/domain/plan-document/resolve-executors";
import { foldAlias } from "~/domain/agency-alias";
import type { Db } from "~db/client.server";
import { listAliases } from "~db/queries/agencies";
import { checkArchive } from "./archive-check.server";
import { readCsv } from "./read-csv.server";
import { readHtml } from "./read-html.server";
import { readWord } from "./read-word.server";
import { readWorkbook } from "./read-workbook.server";

/** An order of a thousand measures is some hundred kilobytes. */
const LARGEST = 20 * 1024 * 1024;
/** rows; four times the largest plan there is */
const LONGEST = 20_000;

interface PlanFile {
  /** its ending says what it is, its first bytes must agree */
  name: string;
  bytes: Uint8Array;
}

/**
 * What a file says of a plan, its executors resolved by the aliases of the plan's first year. Nothing is saved. Throws
 * DomainError plan_file_too_large, plan_file_too_long, plan_file_pdf, plan_file_old, plan_file_macros, plan_file_unknown, plan_file_damaged.
 */
export async function readPlanFile(db: Db, file: PlanFile): Promise<ResolvedPlan> {
  const blocks = await blocksOf(file);
  const rows = blocks.reduce((count, block) => count + (block.kind === "table" ? block.rows.length : 0), 0);
  if (rows > LONGEST) throw new DomainError("plan_file_too_long", { rows, most: LONGEST });
  const draft = readPlanDocument(blocks);
  const [first] = draft.years;
  const aliases = await listAliases(db, first === undefined ? null : `${first}-01-01`);
  const codes = new Map(aliases.map(({ aliasNorm, code }) => [aliasNorm, code]));
  return resolveExecutors(draft, (name) => codes.get(foldAlias(name)) ?? null);
}

async function blocksOf({ name, bytes }: PlanFile): Promise<Block[]> {
  if (bytes.byteLength > LARGEST) throw new DomainError("plan_file_too_large", { megabytes: LARGEST / 1024 / 1024 });
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const starts = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign);
  if (starts(0x25, 0x50, 0x44, 0x46) || ending === "pdf") throw new DomainError("plan_file_pdf");
  // the old Office container, which also holds what is locked by a password
  if (starts(0xd0, 0xcf, 0x11, 0xe0) || ending === "doc" || ending === "xls") throw new DomainError("plan_file_old");
  const isArchive = starts(0x50, 0x4b);
  if (ending === "docm" || ending === "xlsm") throw new DomainError("plan_file_macros");
  if ((ending === "docx" || ending === "xlsx") !== isArchive) throw new DomainError(ending === "docx" || ending === "xlsx" ? "plan_file_damaged" : "plan_file_unknown");
  if (isArchive) checkArchive(bytes);
  try {
    if (ending === "docx") return await readWord(bytes);
    if (ending === "xlsx") return await readWorkbook(bytes);
    if (ending === "html" || ending === "htm") return readHtml(new TextDecoder("utf-8").decode(bytes));
    if (ending === "csv" || ending === "txt") return readCsv(bytes);
  } catch (error) {
    throw new DomainError("plan_file_damaged", { reason: error instanceof Error ? error.message.slice(0, 200) : "" });
  }
  throw new DomainError("plan_file_unknown");
}
