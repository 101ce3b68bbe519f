import { parseArgs } from "node:util";

export interface BenchOptions {
  /** what is measured: pages over HTTP, or the scorecard in ten times the largest peer */
  what: "pages" | "large";
  rounds: number;
  /** of load for one target in one round */
  seconds: number;
  /** part of the large database that is made: 1 = 20,000 tasks */
  scale: number;
  /** whether the tables of docs/ are written */
  writes: boolean;
}

export class BenchMisuse extends Error {}

const USAGE = "Usage: npm run bench [-- [pages|large] [--rounds N] [--seconds N] [--scale 0.01…1] [--dry]]";

/** Anything shorter than the whole writes nothing: a table in docs/ is of a full run. */
export function readOptions(args: string[]): BenchOptions {
  const known = { rounds: { type: "string" }, seconds: { type: "string" }, scale: { type: "string" }, dry: { type: "boolean" } } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof known; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args, options: known, allowPositionals: true });
  } catch {
    throw new BenchMisuse(USAGE);
  }
  const { values, positionals } = parsed;
  const [what = "pages"] = positionals;
  const number = (text: string | undefined, usual: number) => (text === undefined ? usual : Number(text));
  const [rounds, seconds, scale] = [number(values.rounds, 5), number(values.seconds, 5), number(values.scale, 1)];
  const isSense = Number.isInteger(rounds) && rounds > 0 && seconds > 0 && scale > 0 && scale <= 1;
  if ((what !== "pages" && what !== "large") || positionals.length > 1 || !isSense) throw new BenchMisuse(USAGE);
  const isWhole = values.rounds === undefined && values.seconds === undefined && values.scale === undefined;
  return { what, rounds, seconds, scale, writes: isWhole && values.dry !== true };
}
