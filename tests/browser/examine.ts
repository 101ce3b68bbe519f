import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { Language } from "../../app/i18n/language";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
/** A phone first: pages are loaded at its width. */
export const PHONE = 360;
const WIDTHS = [PHONE, 1280];

/** What is wrong with a page as it stands at both widths, every part of it opened; nothing where it is in order. */
export type Examine = (page: Page, language: Language) => Promise<string[]>;

/**
 * Every page is measured; axe, which is slow, looks at those with a part (an element with its classes and attributes,
 * inside those around it) that it has not seen in that language and width: the same page of another role has none.
 */
export function examiner(): Examine {
  const seen = new Set<string>();
  return async (page, language) => {
    const faults: string[] = [];
    const headings = await page.locator("h1").count();
    if (headings !== 1) faults.push(`${headings} first-level headings`);
    const lang = await page.locator("html").getAttribute("lang");
    if (lang !== language) faults.push(`says it is in ${lang}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      faults.push(...(await tooWide(page, width)));
      const parts = (await openAll(page)).map((part) => `${language} ${width} ${part}`);
      faults.push(...(await tooWide(page, width)));
      if (parts.every((part) => seen.has(part))) continue;
      faults.push(...(await askAxe(page, width)));
      for (const part of parts) seen.add(part);
    }
    await page.setViewportSize({ width: PHONE, height: 900 });
    return faults;
  };
}

async function askAxe(page: Page, width: number): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${width} px: ${id} at ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(", ")}`);
}

/** Elements that stick out of a page that can be moved sideways. */
async function tooWide(page: Page, width: number): Promise<string[]> {
  const out = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const named = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
    return ["scrolls sideways", ...[...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > edge + 1).slice(0, 4).map(named)];
  });
  return out.length === 0 ? [] : [`${width} px: ${out.join(" ")}`];
}

/** Opens what can be opened and lists the parts the page is made of. */
function openAll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
    const shape = (element: Element) => `${element.tagName}.${element.getAttribute("class") ?? ""}[${element.getAttributeNames().sort().join()}]`;
    const chain = (element: Element | null, depth: number): string => (element === null || depth === 0 ? "" : `${chain(element.parentElement, depth - 1)}>${shape(element)}`);
    return [...new Set([...document.body.querySelectorAll("*")].map((element) => chain(element, 3)))];
  });
}
