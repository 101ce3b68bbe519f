import type { Machine } from "./machine";
import type { Load } from "./load";
import type { Memory } from "./memory";
import { median } from "./numbers";

/** What is put under load in each round, in this order. */
export type TargetName = "bare" | "bare health" | "health" | "scorecard" | "scorecard as a bare page" | "overview" | "overview as a bare page" | "public page";

export interface Target {
  name: TargetName;
  url: string;
  headers: Record<string, string>;
}

/** The rounds of each target, in the order they were run. */
export type Rounds = ReadonlyMap<TargetName, readonly Load[]>;

/** What a share is promised to be, and what it should be if it can. */
interface Promised {
  of: TargetName;
  against: TargetName;
  least: number;
  aim?: number;
}

export const PROMISES: readonly Promised[] = [
  { of: "scorecard", against: "bare", least: 0.05, aim: 0.1 },
  { of: "scorecard", against: "scorecard as a bare page", least: 0.5 },
  { of: "overview", against: "bare", least: 0.05, aim: 0.1 },
  { of: "overview", against: "overview as a bare page", least: 0.5 },
  { of: "public page", against: "bare", least: 0.5 },
  { of: "health", against: "bare health", least: 0.25 },
];

/** p99 of a page of ours is at most so many times its own median. */
export const TAIL = { of: ["scorecard", "overview"] as readonly TargetName[], most: 5 };

export interface Rate {
  name: TargetName;
  perSecond: number;
  slowest: number;
  fastest: number;
  /** milliseconds */
  median: number;
  p99: number;
  /** p99 over the median of the same round */
  tail: number;
}

export interface Share extends Promised {
  share: number;
  isKept: boolean;
}

export interface PagesReport {
  machine: Machine;
  rounds: number;
  seconds: number;
  clients: number;
  /** bytes of each page and of the markup drawn beside it */
  bytes: Readonly<Record<string, number>>;
  rates: Rate[];
  shares: Share[];
  memory: Memory[];
}

export function ratesOf(rounds: Rounds): Rate[] {
  return [...rounds].map(([name, loads]) => {
    const perSecond = loads.map((load) => load.perSecond);
    return {
      name, perSecond: median(perSecond), slowest: Math.min(...perSecond), fastest: Math.max(...perSecond),
      median: median(loads.map((load) => load.median)), p99: median(loads.map((load) => load.p99)), tail: median(loads.map((load) => load.p99 / load.median)),
    };
  });
}

/** Shares are taken within a round, whose targets ran minutes apart at most, and the middle one counts. */
export function sharesOf(rounds: Rounds, promises: readonly Promised[] = PROMISES): Share[] {
  return promises.flatMap((promised) => {
    const [own, other] = [rounds.get(promised.of), rounds.get(promised.against)];
    if (!own || !other) return [];
    const share = median(own.map((load, round) => load.perSecond / (other[round]?.perSecond ?? Number.NaN)));
    return [{ ...promised, share, isKept: share >= promised.least }];
  });
}
