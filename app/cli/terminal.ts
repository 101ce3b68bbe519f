import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Refusal } from "./cli";

/**
 * Reads secrets one after another: on a terminal with a prompt and without echo, else one line each from standard
 * input, so that a script can pipe them. They are never taken from the command line, where others could read them.
 */
export function secretReader(input: NodeJS.ReadStream, output: NodeJS.WriteStream): (prompt: string) => Promise<string> {
  let piped: AsyncIterator<string> | undefined;
  return async (prompt) => {
    if (input.isTTY) return askHidden(input, output, prompt);
    piped ??= createInterface({ input })[Symbol.asyncIterator]();
    const next = await piped.next();
    if (next.done) throw new Refusal(`Standard input ended before: ${prompt}`);
    return next.value;
  };
}

function askHidden(input: NodeJS.ReadStream, output: NodeJS.WriteStream, prompt: string): Promise<string> {
  output.write(`${prompt}: `);
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: mute, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once("SIGINT", () => {
      lines.close();
      reject(new Refusal("Stopped."));
    });
    lines.question("", (answer) => {
      lines.close();
      output.write("\n");
      resolve(answer);
    });
  });
}
