import { EnvironmentRefused, readEnv } from "~/env.server";
import { type Cli, REFUSED } from "./cli";
import { openPlace } from "./database-place";
import { machineClock } from "./demo-clock";
import { runCli } from "./run-cli";
import { secretReader } from "./terminal";
import { VERBS } from "./verbs";

/** Entry of `npm run cli`, `npm run demo` and `npm start`. */
async function main(): Promise<number> {
  const print = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);
  try {
    const cli: Cli = {
      env: readEnv(),
      out: print(process.stdout),
      err: print(process.stderr),
      readSecret: secretReader(process.stdin, process.stderr),
      now: machineClock,
      open: openPlace,
    };
    return await runCli(process.argv.slice(2), VERBS, cli);
  } catch (error) {
    print(process.stderr)(error instanceof EnvironmentRefused ? error.message : String(error instanceof Error ? error.stack : error));
    return REFUSED;
  }
}

process.exitCode = await main();
