import mammoth from "mammoth";
import type { Block } from "~/domain/plan-document/document";
import { readHtml } from "./read-html.server";

/**
 * A .docx as paragraphs and tables: merged cells of both kinds keep their spans. Pictures and styles are left out. Throws
 * the library's error where the file is no Word document.
 */
export async function readWord(file: Uint8Array): Promise<Block[]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) }, { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), includeDefaultStyleMap: false, ignoreEmptyParagraphs: true });
  return readHtml(value);
}
