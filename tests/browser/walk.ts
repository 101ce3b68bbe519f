import type { Page } from "playwright-core";
import { matchPath } from "@remix-run/react";
import { ROUTE_RULES } from "../../app/web/route-rules";

/** Patterns of pages: not of files, and not of what is only sent. */
export const PAGE_PATTERNS = Object.keys(ROUTE_RULES).filter((pattern) => !/^\*$|\.csv$|^\/evidence|^\/sign-out/.test(pattern));

/** Which pattern an address belongs to, the more exact one where two fit. */
function kindOf(path: string): { pattern: string; plan: string } | null {
  const fits = PAGE_PATTERNS.map((pattern) => ({ pattern, match: matchPath(pattern, path) })).filter(({ match }) => match !== null);
  const [best] = fits.sort((a, b) => a.pattern.split(":").length - b.pattern.split(":").length);
  return best ? { pattern: best.pattern, plan: (best.match?.params as { plan?: string }).plan ?? "" } : null;
}

/**
 * Follows links from the first page, as the person signed in would, in the order they are met: one page of each kind,
 * and one of each kind for every plan. `open` brings the page to the address. Returns the patterns that were met.
 */
export async function walk(page: Page, open: (address: string) => Promise<void>): Promise<string[]> {
  const met = new Map<string, string>();
  const waiting = ["/"];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const key = kind && `${kind.pattern} ${kind.plan}`;
    if (kind === null || key === null || met.has(key)) continue;
    met.set(key, kind.pattern);
    await open(path);
    waiting.push(...(await linksOf(page)));
  }
  return [...met.values()];
}

async function linksOf(page: Page): Promise<string[]> {
  const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  return [...new Set(links)];
}
