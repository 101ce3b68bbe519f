import autocannon from "autocannon";
import { percentile } from "./numbers";

export const CLIENTS = 10;

export interface Load {
  perSecond: number;
  /** milliseconds */
  median: number;
  p99: number;
}

/** Ten clients, each asking again as soon as it is answered. Throws where an answer is not 200. */
export async function load(url: string, headers: Record<string, string>, seconds: number): Promise<Load> {
  const times: number[] = [];
  const refused = new Map<number, number>();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ url, connections: CLIENTS, duration: seconds, headers }, (error: Error | null, done) => (error ? reject(error) : resolve(done)));
    run.on("response", (_client, status, _bytes, time) => {
      times.push(time);
      if (status !== 200) refused.set(status, (refused.get(status) ?? 0) + 1);
    });
  });
  if (refused.size > 0 || result.errors > 0) throw new Error(`${url} answered ${JSON.stringify([...refused])}, ${result.errors} without an answer`);
  return { perSecond: times.length / result.duration, median: percentile(times, 50), p99: percentile(times, 99) };
}
