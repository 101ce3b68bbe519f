/** What a page about an owed value says of its indicator: where it stands in the plan, what it is called, its unit. */
import type { LocalText } from "~/domain/facts";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { Crumb } from "~/ui/page";
import { unitWord } from "../indicator/print-content";
import { indicatorPath, measurePath, nodePath, planPath } from "../plan/addresses";
import type { IndicatorContext } from "./plan-directory.server";

export interface IndicatorHead {
  code: string;
  name: LocalText;
  /** the name in the reader's language, for titles and sentences */
  title: string;
  crumbs: Crumb[];
  href: string;
  unit: string | null;
  illustrative: boolean;
}

/** `asked`: end of the address of the plan's pages it leads to. */
export function indicatorHead(context: IndicatorContext, words: Words, asked = ""): IndicatorHead {
  const { plan, version, indicator, measure, path, passport } = context;
  const { t, print } = words;
  const name = (text: LocalText) => chooseText(text, print.language).text;
  const levels = new Map(plan.levels.map((level) => [level.depth, name(level.label)]));
  return {
    code: indicator.code,
    name: indicator.name,
    title: name(indicator.name),
    href: indicatorPath(plan.code, indicator.code) + asked,
    unit: unitWord(indicator, passport.unit, print),
    illustrative: plan.illustrative,
    crumbs: [
      { label: name(version.title), href: planPath(plan.code) + asked },
      ...path.map((node) => ({ level: levels.get(node.depth), label: node.code, href: nodePath(plan.code, node.code) + asked })),
      ...(measure ? [{ level: t("entry.measure"), label: measure.code, href: measurePath(plan.code, measure.code) + asked }] : []),
      { level: t("entry.indicator"), label: indicator.code },
    ],
  };
}
