/** Which two figures a bridge is between, as its address says: `from_` and `to_` with the names of a reading, or an edition. */
import { BRIDGE_FIGURES, type BridgeFigure } from "~/domain/bridge-stands";
import type { PeriodKey } from "~/domain/facts";
import { isPeriodKey } from "~/domain/periods";
import { planPath } from "~/features/plan/addresses";
import { oneOf } from "~/features/plan/reading-choices";
import { askedNames, readingQuestion, type ReadingQuestion } from "~/features/plan/reading-question";

/** One of the two: an edition, which has its own period and reading, or a reading. */
export interface BridgeSide extends ReadingQuestion {
  /** code; what else is asked of the side is not read then */
  edition?: string;
  periodKey?: PeriodKey;
}

export interface BridgeQuestion {
  planCode: string;
  /** null = the one the second reading is about */
  figure: BridgeFigure | null;
  /** printed code of a node; null = the plan */
  goal: string | null;
  from: BridgeSide;
  to: BridgeSide;
}

export function bridgeQuestion(params: Readonly<Record<string, string | undefined>>, query: URLSearchParams): BridgeQuestion {
  return {
    planCode: params.plan ?? "",
    figure: oneOf(BRIDGE_FIGURES, query.get("figure")) ?? null,
    goal: query.get("goal") || null,
    from: sideIn(query, "from"),
    to: sideIn(query, "to"),
  };
}

/** The names of a side without its prefix, as every address of a reading has them. */
export const sideQuery = (query: URLSearchParams, side: "from" | "to"): URLSearchParams =>
  new URLSearchParams([...query].flatMap(([name, value]) => (name.startsWith(`${side}_`) ? [[name.slice(side.length + 1), value]] : [])));

function sideIn(query: URLSearchParams, side: "from" | "to"): BridgeSide {
  const own = sideQuery(query, side);
  const periodKey = own.get("period") ?? "";
  return { ...readingQuestion(own), ...(own.get("edition") ? { edition: own.get("edition") ?? "" } : {}), ...(isPeriodKey(periodKey) ? { periodKey } : {}) };
}

/** Address of a bridge; what is left out is the usual. */
export const bridgePath = (plan: string, question: Partial<Omit<BridgeQuestion, "planCode">> = {}): string => `${planPath(plan)}/bridge${bridgeSearch(question)}`;

/** From what is usual to a reading that has an address; null = it has none. */
export function bridgeTo(question: (BridgeSide & { planCode: string }) | null, figure: BridgeFigure | null, from: BridgeSide = {}): string | null {
  if (question === null) return null;
  const { planCode, ...to } = question;
  return bridgePath(planCode, { figure, from, to });
}

/** The same question as the end of an address. */
export function bridgeSearch({ figure, goal, from = {}, to = {} }: Partial<Omit<BridgeQuestion, "planCode">>): string {
  const asked = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) => (value == null ? undefined : asked.set(name, value));
  set("figure", figure);
  set("goal", goal);
  for (const [side, { edition, periodKey, ...question }] of [["from", from], ["to", to]] as const) {
    set(`${side}_edition`, edition);
    set(`${side}_period`, periodKey);
    for (const [name, value] of askedNames(question)) set(`${side}_${name}`, value);
  }
  const search = asked.toString();
  return search === "" ? "" : `?${search}`;
}
