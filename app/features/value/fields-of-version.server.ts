import type { Language } from "~/i18n/language";
import { printNumber } from "~/i18n/format";
import type { Db } from "~db/client.server";
import { readTexts, type Text } from "~db/queries/content";
import { listEvidence } from "~db/queries/evidence";
import type { VersionRow } from "~db/queries/measurements";
import { typedDate } from "./typed-date";

/** The boxes of the form as they would have been typed to say what a version says: to correct it, or send it again. */
export async function fieldsOfVersion(db: Db, version: VersionRow, language: Language): Promise<Record<string, string>> {
  const evidence = (await listEvidence(db, version.measurement_id)).find((each) => each.no === version.no);
  const texts = await readTexts(db, [version.narrative_digest, version.comment_digest, evidence?.title_digest ?? null, version.reference_digest]);
  const text = (digest: string | null) => plainText(digest === null ? undefined : texts.get(digest));
  const number = (value: string | null) => (value === null ? "" : typedNumber(language, value));
  const fields = {
    value: number(version.value),
    numerator: number(version.numerator),
    denominator: number(version.denominator),
    choice: choiceOf(version),
    reason_code: version.reason_code ?? "",
    observed_on: version.observed_on === null ? "" : typedDate(version.observed_on),
    narrative: text(version.narrative_digest),
    comment: text(version.comment_digest),
    obstacle: version.obstacle ?? "",
    will_meet: version.will_meet ?? "",
    evidence: evidence === undefined ? "" : (evidence.url ?? text(evidence.title_digest)),
    access: version.access,
    ...referenceFields(text(version.reference_digest)),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}

/** Grouped and marked as the language does, so that reading it again needs no confirmation. */
const typedNumber = (language: Language, value: string): string => printNumber(language, value).replace("\u2212", "-");

function choiceOf(version: VersionRow): string {
  if (version.yes_no !== null) return version.yes_no ? "yes" : "no";
  return String(version.stage_no ?? version.scale_position ?? "");
}

function plainText(text: Text | undefined): string {
  return text !== undefined && "text" in text ? text.text : "";
}

/** What a reference says of where the document is kept; blank once it is purged. */
export function readReference(json: string): { no: string; on: string; holder: string } | null {
  if (json === "") return null;
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null) return null;
  const field = (name: string) => (name in value ? String((value as Record<string, unknown>)[name] ?? "") : "");
  return { no: field("no"), on: field("on"), holder: field("holder") };
}

function referenceFields(json: string): Record<string, string> {
  const reference = readReference(json);
  if (reference === null) return {};
  return { reference_no: reference.no, reference_on: reference.on === "" ? "" : typedDate(reference.on), reference_holder: reference.holder };
}
