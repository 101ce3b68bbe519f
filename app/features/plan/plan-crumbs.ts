import type { TreeMeasure, TreeNode } from "~/domain/structure";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import { measurePath, nodePath, planPath } from "./addresses";
import { pathTo, type PlanReading } from "./plan-reading";

/** A step of the way to a page; the last, the page itself, has no address. */
export interface PlanCrumb {
  level?: string;
  label: string;
  href?: string;
}

/** From the list of plans down to a node or measure; each level under the plan's own name for it. */
export function crumbsTo({ plan, version, askedHere: asked = "" }: Pick<PlanReading, "plan" | "version"> & { askedHere?: string }, node: TreeNode | null, measure: TreeMeasure | null, { t, print }: Words): PlanCrumb[] {
  const levelOf = (depth: number) => {
    const level = plan.levels.find((each) => each.depth === depth);
    return level === undefined ? undefined : chooseText(level.label, print.language).text;
  };
  return [
    { label: t("plan.plans"), href: "/plans" },
    { label: shortTitle(version.title, plan, print.language), href: planPath(plan.code) + asked },
    ...pathTo(node).map(({ fact }) => ({ level: levelOf(fact.depth), label: fact.code, href: nodePath(plan.code, fact.code) + asked })),
    ...(measure === null ? [] : [{ level: t("plan.measure"), label: measure.fact.code, href: measurePath(plan.code, measure.fact.code) + asked }]),
  ];
}

/** A plan is known by its years; the whole title stands on its own page. */
function shortTitle(title: PlanReading["version"]["title"], plan: PlanReading["plan"], language: Words["print"]["language"]): string {
  const whole = chooseText(title, language).text;
  return whole.length <= 40 ? whole : plan.code;
}
