/** The page drawn beside ours has the same bytes: what React wrote is read back and written again. */
import { renderToString } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { readMarkup, toElements } from "../../bench/equal-markup";
import { testApp } from "../support/app";
import { aClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { anInstallation, aPerson } from "../support/people";
import { aReportingStory } from "../support/reporting-story";

const again = (html: string) => renderToString(<>{toElements(readMarkup(html))}</>);

describe("markup read back and written again is the same", () => {
  it.each([
    ["elements in one another", '<div class="a"><p>one</p><p>two</p></div>'],
    ["what must be escaped", "<p>5 &lt; 6 &amp; &quot;so&quot; &#x27;on&#x27;</p>"],
    ["texts side by side", "<p>51<!-- --> of <!-- -->79</p>"],
    ["elements without contents", '<p><br/><img src="/a.png" alt=""/></p>'],
    ["scripts as they are", '<script nonce="abc">if (a < b && c > d) x("</p>");</script>'],
    ["fields with their values and flags", '<form><label for="a">A</label><input id="a" type="text" required="" readonly="" value="7"/><select name="s"><option value="1" selected="">one</option><option value="2">two</option></select></form>'],
    ["drawings", '<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M1 1" stroke-width="2"></path><use href="#a"></use></svg>'],
    ["attributes with a hyphen, a colon, or no value", '<a href="/a?b=1&amp;c=2" data-x="y" aria-current="page" hidden="">a</a>'],
    ["tables", '<table><caption>C</caption><thead><tr><th scope="col" colSpan="2">H</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'],
  ])("%s", (_what, html) => expect(again(html)).toBe(html));

  it.each([["<p>", /never closed/], ["<p></b></p>", /closes/]])("and %s is refused", (html, sentence) => expect(() => readMarkup(html)).toThrow(sentence));
});

describe("a page of ours", () => {
  const database = useDatabase();
  const clock = aClock("2027-02-01T09:00:00.000Z");
  let cookies: string;
  beforeEach(async () => {
    await anInstallation(database.db);
    await aReportingStory(database.db);
    ({ cookies } = await aPerson(database.db, clock.now(), { roles: ["leadership"] }));
  });

  it.each(["/plans/PLAN-R/scorecard/2026", "/plans/PLAN-R", "/help/marks"])("%s has the same bytes", async (path) => {
    const html = await (await testApp(database.db, clock).get(path, { cookies })).text();
    expect(html.length).toBeGreaterThan(5_000);
    expect(`<!DOCTYPE html>${again(html)}`).toBe(html);
  });
});
