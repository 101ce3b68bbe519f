import { describe, expect, it } from "vitest";
import { useDemoApp } from "../support/demo-app";
import { keepPicture } from "./pictures";

const app = useDemoApp();
const PLAN = "/plans/IBM-DEMO-2030";

/** The pages a newcomer is shown first, beside those of the main job itself. */
describe.each([360, 1280])("the main pages at %i px", (width) => {
  it.each([
    { name: "overview", login: "leadership", path: "/", holds: "svg.honest-bar" },
    { name: "overview-of-a-past-year", login: "leadership", path: "/plans/IBM-ILLUSTR-2020-2022/overview/2020", holds: "table.heat" },
    { name: "completeness", login: "coordinator", path: "/board", holds: "main table" },
    { name: "scorecard", login: "leadership", path: "/plans/IBM-ILLUSTR-2020-2022/scorecard/2020", holds: ".hero" },
    { name: "indicator", login: "leadership", path: `${PLAN}/indicators/SO4.M3.I1`, holds: "canvas" },
    { name: "measure", login: "leadership", path: `${PLAN}/measures/SO4.M3`, holds: "main table" },
    { name: "plan-tree", login: "leadership", path: PLAN, holds: `a[href="${PLAN}/nodes/SO1"]` },
    { name: "users", login: "admin", path: "/admin/users", holds: "main table" },
    { name: "audit", login: "admin", path: "/audit", holds: "main table" },
  ])("$name", async ({ name, login, path, holds }) => {
    const { page, complaints } = await app.visitAs(login, { width });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.locator(holds).first().waitFor();
    expect(await page.locator("h1").innerText()).not.toBe("");
    await keepPicture(page, name, width);
    expect(complaints).toEqual([]);
  });

  it("formula card: the division, what was left out and why, plan and rules", async () => {
    const { page } = await app.visitAs("leadership", { width });
    await page.goto(`${PLAN}/indicators/SO4.M3.I1`, { waitUntil: "networkidle" });
    const card = page.locator("details.formula").first();
    await card.locator("summary").click();
    expect((await card.innerText()).replace(/\s+/g, " ")).toMatch(/÷.*правила, версія 1/);
    await keepPicture(page, "formula-card", width);
  });
});
