/**
 * The bar for every state of the design language: what is drawn where, and the sentence that says the same.
 * Missing is never drawn as zero, zero is never drawn as missing.
 */
import { describe, expect, it } from "vitest";
import { HonestBar, HonestFigure } from "../../app/ui/honest-bar";
import type { FigureReading } from "../../app/ui/figure-reading";
import { render } from "./render";

const NB = "\u00a0";
const known = { reported: 75, due: 79, achieved: 51, coverage: "94.9" };

interface Drawn {
  solid?: string;
  hatchFrom?: string;
  hatch?: string;
  tick?: string;
  lane?: string;
  dashedTick: boolean;
  others: string[];
}

/** What a person sees, read back from the drawing. */
function drawn(html: string): Drawn {
  const shapes = [...html.matchAll(/<(rect|line|text|use)\b([^>]*)>/g)].map(([, , attributes = ""]) => Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])));
  const of = (name: string) => shapes.find((shape) => (shape.class ?? "").split(" ").includes(name));
  return {
    solid: of("bar-known")?.width,
    hatchFrom: of("bar-unknown")?.x,
    hatch: of("bar-unknown")?.width,
    tick: of("bar-value")?.x1,
    dashedTick: Boolean(of("bar-value-preliminary")),
    lane: of("bar-coverage")?.width,
    others: ["bar-partial", "bar-outline", "bar-suspended", "bar-dots", "bar-line"].filter((name) => of(name)),
  };
}

const CASES: [string, FigureReading, Drawn, string][] = [
  [
    "final: 51 of 79, 75 reported",
    { state: "final", value: "64.6", low: "64.6", high: "69.6", ...known },
    { solid: "64.6%", hatchFrom: "64.6%", hatch: "5%", tick: "64.6%", dashedTick: false, lane: "94.9%", others: [] },
    `64,6${NB}%, 51${NB}із${NB}79, межі 64,6–69,6${NB}%, подано 75${NB}із${NB}79`,
  ],
  [
    "preliminary: the tick is dashed and lies inside the hatch",
    { state: "preliminary", value: "70.0", low: "40.0", high: "73.3", coverage: "66.7", reported: 4, due: 6, achieved: null },
    { solid: "40.0%", hatchFrom: "40.0%", hatch: "33.3%", tick: "70.0%", dashedTick: true, lane: "66.7%", others: [] },
    `70,0${NB}% попередньо, межі 40,0–73,3${NB}%, подано 4${NB}із${NB}6`,
  ],
  [
    "withheld: no tick and no figure, the interval instead",
    { state: "withheld", value: "90.0", low: "30.0", high: "96.7", coverage: "33.3", reported: 1, due: 3, achieved: null },
    { solid: "30.0%", hatchFrom: "30.0%", hatch: "66.7%", tick: undefined, dashedTick: false, lane: "33.3%", others: [] },
    `30,0–96,7${NB}%, число не показано: подано 1${NB}із${NB}3`,
  ],
  [
    "fully and partial: the lighter part after the tick",
    { state: "final", value: "6.9", low: "6.9", high: "6.9", coverage: "100.0", reported: 29, due: 29, achieved: 2, withPartial: "10.3" },
    { solid: "6.9%", hatchFrom: undefined, hatch: undefined, tick: "6.9%", dashedTick: false, lane: "100.0%", others: ["bar-partial"] },
    `6,9${NB}% повністю, 2${NB}із${NB}29, з частковими 10,3${NB}%, подано 29${NB}із${NB}29`,
  ],
  [
    "zero: a tick at the left edge and full coverage",
    { state: "final", value: "0.0", low: "0.0", high: "0.0", coverage: "100.0", reported: 4, due: 4, achieved: 0 },
    { solid: "0.0%", hatchFrom: undefined, hatch: undefined, tick: "0.0%", dashedTick: false, lane: "100.0%", others: [] },
    `0,0${NB}%, 0${NB}із${NB}4, подано 4${NB}із${NB}4`,
  ],
  [
    "no data: a dashed outline, no solid part, no lane",
    { state: "no_data", due: 4 },
    { solid: undefined, hatchFrom: undefined, hatch: undefined, tick: undefined, dashedTick: false, lane: undefined, others: ["bar-outline"] },
    `немає даних, 0${NB}із${NB}4; це не нуль`,
  ],
  [
    "suspended",
    { state: "suspended", due: 3, note: "постанова від 24.02.2022" },
    { solid: undefined, hatchFrom: undefined, hatch: undefined, tick: undefined, dashedTick: false, lane: undefined, others: ["bar-outline", "bar-suspended"] },
    "зупинено, постанова від 24.02.2022",
  ],
  [
    "not yet due: dots, no box",
    { state: "not_yet_due", due: 2, note: "перший строк 31.12.2027" },
    { solid: undefined, hatchFrom: undefined, hatch: undefined, tick: undefined, dashedTick: false, lane: undefined, others: ["bar-dots"] },
    "строк не настав, перший строк 31.12.2027",
  ],
  [
    "restricted: a lock and a plain line",
    { state: "restricted", due: 1 },
    { solid: undefined, hatchFrom: undefined, hatch: undefined, tick: undefined, dashedTick: false, lane: undefined, others: ["bar-line"] },
    "обмежений доступ",
  ],
];

describe("the honest bar", () => {
  it.each(CASES)("%s", async (_, reading, picture, sentence) => {
    const html = await render(<HonestBar reading={reading} />);
    expect(drawn(html)).toEqual(picture);
    expect(html).toContain(`role="img" aria-label="${sentence}"`);
  });

  it("looks different for every state", async () => {
    const pictures = await Promise.all(CASES.map(async ([, reading]) => JSON.stringify(drawn(await render(<HonestBar reading={reading} />)))));
    expect(new Set(pictures).size).toBe(CASES.length);
  });

  it("moves its notches with the thresholds, which are data", async () => {
    const html = await render(<HonestBar reading={CASES[0]![1]} thresholds={[40, 90]} />);
    expect([...html.matchAll(/bar-notch" x1="(\d+%)"/g)].map(([, at]) => at)).toEqual(["40%", "90%"]);
  });

  it("says it in English", async () => {
    const html = await render(<HonestBar reading={CASES[0]![1]} />, "en");
    expect(html).toContain(`aria-label="64.6%, 51${NB}of${NB}79, interval 64.6–69.6%, 75${NB}of${NB}79 reported"`);
  });

  it("never shows a withheld figure, large or small", async () => {
    for (const hero of [true, false]) {
      expect(await render(<HonestFigure reading={CASES[2]![1]} hero={hero} />)).not.toMatch(/90[.,]0/);
    }
  });
});
