import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useDemoApp } from "../support/demo-app";

const app = useDemoApp();
/** bytes over the wire, headers too */
const LIMIT = 150 * 1024;
const CHART = /\/assets\/series-canvas-/;

/** What came over the wire for a page opened with nothing kept from before, charts apart. */
async function firstLoad(page: Page, path: string): Promise<{ bytes: number; chartBytes: number; html: string }> {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.clearBrowserCache");
  const urls = new Map<string, string>();
  const sizes = new Map<string, number>();
  network.on("Network.requestWillBeSent", ({ requestId, request }) => void urls.set(requestId, request.url));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => void sizes.set(requestId, encodedDataLength));
  const response = await page.goto(path, { waitUntil: "networkidle" });
  const sum = (isChart: boolean) => [...sizes].filter(([id]) => CHART.test(urls.get(id) ?? "") === isChart).reduce((all, [, size]) => all + size, 0);
  return { bytes: sum(false), chartBytes: sum(true), html: (await response?.text()) ?? "" };
}

describe("the first load of a page stays under 150 KB, its chart comes after it", () => {
  it.each([
    { name: "work list", login: "focal.sbgs", path: "/", chart: false },
    { name: "page of those who lead", login: "leadership", path: "/", chart: false },
    { name: "scorecard", login: "leadership", path: "/plans/IBM-DEMO-2030/scorecard/2026", chart: false },
    { name: "scorecard of a past year", login: "leadership", path: "/plans/IBM-ILLUSTR-2020-2022/scorecard/2020", chart: false },
    { name: "indicator", login: "leadership", path: "/plans/IBM-DEMO-2030/indicators/SO4.M3.I1", chart: true },
  ])("$name", async ({ login, path, chart }) => {
    for (const language of ["uk", "en"] as const) {
      const { page } = await app.visitAs(login, { language });
      expectSmall(await firstLoad(page, path), chart);
    }
  });

  it("entry form", async () => {
    const { page } = await app.visitAs("focal.scs");
    const row = page.locator("main li").filter({ hasText: "SO4.M3.I1 · IV квартал 2026" });
    const path = await row.locator(".work-actions a").getAttribute("href");
    expectSmall(await firstLoad(page, path ?? ""), true);
  });
});

function expectSmall({ bytes, chartBytes, html }: Awaited<ReturnType<typeof firstLoad>>, chart: boolean): void {
  expect(bytes).toBeGreaterThan(10 * 1024);
  expect(bytes).toBeLessThan(LIMIT);
  expect(chartBytes > 0).toBe(chart);
  // the page itself neither names nor waits for it
  expect(html).not.toMatch(CHART);
}
