/** The filters of the tree as an address says them; what is not understood is left out, never refused. */
import type { PeriodKey } from "~/domain/facts";
import { isStatusFilter } from "~/features/indicator/indicator-state";
import type { TreeFilters } from "./filter-tree";

export const FILTER_NAMES = { words: "q", node: "goal", agency: "agency", component: "component", status: "status", period: "period" } as const;

const MAX_WORDS = 100;

export interface AskedFilters extends Omit<TreeFilters, "agencyId"> {
  /** code of the body; the page turns it into an id */
  agencyCode: string | null;
  period: PeriodKey | null;
}

export function readFilters(query: URLSearchParams): AskedFilters {
  const one = (name: string) => query.get(name)?.trim() || null;
  const status = one(FILTER_NAMES.status);
  return {
    words: (one(FILTER_NAMES.words) ?? "").slice(0, MAX_WORDS),
    nodeCode: one(FILTER_NAMES.node),
    agencyCode: one(FILTER_NAMES.agency),
    componentCode: one(FILTER_NAMES.component),
    status: status !== null && isStatusFilter(status) ? status : null,
    period: one(FILTER_NAMES.period),
  };
}
