import type { LocalText } from "~/domain/facts";
import type { PlanCrumb } from "./plan-crumbs";
import type { PlanBasis } from "./plan-labels";

/** What the page of any part of a plan says first: which part, of which plan, read from what. */
export interface PartHead {
  code: string;
  title: string;
  name: LocalText;
  planCode: string;
  illustrative: boolean;
  basis: PlanBasis;
  crumbs: PlanCrumb[];
}
