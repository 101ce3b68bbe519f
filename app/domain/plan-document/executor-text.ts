/**
 * Executors as a cell of an official plan lists them: one a line, or after commas and semicolons; "(за згодою)" behind a
 * name or on the line below it; "головний виконавець" and "співвиконавці" before those they are about. Names are kept as
 * written: whose they are is told by dated aliases, never guessed here. A comma inside brackets or quotes parts nothing.
 */

export interface ExecutorText {
  /** as written, without the words about consent and part */
  text: string;
  byConsent: boolean;
  /** null = the document does not say */
  role: "lead" | "co" | null;
}

const CONSENT = /\(\s*за\s+згодою\s*\)/i;
const LEAD = /^(головний\s+виконавець|відповідальний\s+виконавець|головний)\s*[:—–-]?\s*/i;
const CO = /^(співвиконав(?:ець|ці)|виконавці)\s*[:—–-]?\s*/i;
const LEAD_BEHIND = /\s*\(\s*головний(?:\s+виконавець)?\s*\)/i;

export function readExecutors(cell: string): ExecutorText[] {
  const found: ExecutorText[] = [];
  let role: ExecutorText["role"] = null;
  for (const piece of pieces(cell)) {
    const isLead = LEAD.test(piece);
    if (isLead) role = "lead";
    else if (CO.test(piece)) role = "co";
    const words = piece.replace(isLead ? LEAD : CO, "").trim();
    const last = found[found.length - 1];
    // "(за згодою)" on a line of its own is about the name above
    if (CONSENT.test(words) && words.replace(CONSENT, "").trim() === "") {
      if (last !== undefined) last.byConsent = true;
      continue;
    }
    const text = words.replace(CONSENT, "").replace(LEAD_BEHIND, "").replace(/\s+/g, " ").replace(/[.;,]+$/, "").trim();
    if (text === "") continue;
    found.push({ text, byConsent: CONSENT.test(words), role: LEAD_BEHIND.test(words) ? "lead" : role });
    // there is one lead: the names after it are the others
    if (role === "lead") role = "co";
  }
  return found;
}

/** Lines, and within a line what commas and semicolons part outside brackets and quotes. */
function pieces(cell: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const sign of cell.replaceAll("\u00a0", " ")) {
    if ("(«“„".includes(sign)) depth += 1;
    if (")»”".includes(sign)) depth = Math.max(0, depth - 1);
    const parting = sign === "\n" || sign === "\r" || sign === "\u2028" || (depth === 0 && (sign === "," || sign === ";"));
    if (parting) {
      parts.push(part);
      part = "";
      if (sign === "\n") depth = 0;
    } else part += sign;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== "");
}
