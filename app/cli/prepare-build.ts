import { buildIfStale } from "./build-if-stale";
import { Refusal } from "./cli";

/** First half of `npm run demo`: a build that fits the sources, said only when there was something to do. */
try {
  if (await buildIfStale()) process.stderr.write("Pages built.\n");
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
