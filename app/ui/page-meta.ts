import type { MetaFunction } from "@remix-run/node";
import { BRAND } from "~/i18n/brand";
import { isLanguage } from "~/i18n/language";

/**
 * Title of the document from the loader's data: `export const meta = pageMeta` and a loader that returns
 * `title` in the reader's language, most particular word first.
 */
export const pageMeta: MetaFunction = ({ data, matches }) => {
  const root = matches.find((match) => match.id === "root")?.data;
  const language = isObject(root) && isLanguage(root.language) ? root.language : "uk";
  const title = isObject(data) && typeof data.title === "string" ? `${data.title} · ${BRAND[language]}` : BRAND[language];
  return [{ title }];
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
