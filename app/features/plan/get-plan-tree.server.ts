import type { LocalText, PeriodKey } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import type { ReportTable } from "~/features/report/report-table";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { listComponents } from "~db/queries/components";
import { countTree, filterTree, goalsOf, hasFilters } from "./filter-tree";
import type { AskedFilters } from "./plan-filters";
import { basisLabels, planBasis, type PlanBasis } from "./plan-labels";
import { readAll, yearRead, yearsOf } from "./plan-reading";
import type { ReadingQuestion } from "./reading-question";
import { readPlan } from "./read-plan.server";
import { nodeLine, type LineFacts, type NodeLine } from "./tree-lines";
import { treeTable } from "./tree-table";

interface Choice {
  value: string;
  label: string;
}

export interface PlanTreeView {
  code: string;
  planTitle: LocalText;
  illustrative: boolean;
  startsOn: string;
  endsOn: string | null;
  basis: PlanBasis;
  period: PeriodKey;
  filters: AskedFilters;
  isFiltered: boolean;
  choices: { goals: Choice[]; agencies: Choice[]; components: Choice[]; periods: PeriodKey[] };
  counts: { shown: { measures: number; indicators: number }; all: { measures: number; indicators: number } };
  nodes: NodeLine[];
}

/** The tree of a plan, narrowed; and the same as a table. Throws DomainError not_found. */
export async function getPlanTree(db: Db, actor: Actor, now: string, input: { code: string; filters: AskedFilters; words: Words; question?: ReadingQuestion }): Promise<{ view: PlanTreeView; table: ReportTable }> {
  const { filters, words } = input;
  const reading = await readPlan(db, actor, now, input.code, { ...input.question, periodKey: filters.period });
  const components = await listComponents(db);
  const periods = yearsOf(reading.plan, reading.today);
  const period = yearRead(reading, filters.period);
  const basis = planBasis(reading, period);
  const agencies = [...reading.agencies.values()];
  // a body that does not exist has nothing, rather than everything
  const agencyId = filters.agencyCode === null ? null : (agencies.find(({ code }) => code === filters.agencyCode)?.id ?? "");
  const readings = readAll(reading, period);
  const componentsOf = reading.version.nodeComponents;
  const asked = { ...filters, agencyId };
  const kept = filterTree(reading.tree, asked, { readings, componentsOf });
  const facts: LineFacts = { reading, readings, componentNames: new Map(components.map(({ code, name }) => [code, name])), words };

  const language = words.print.language;
  const involved = new Set(reading.tree.plan.measures.flatMap((measure) => measure.executors.map((executor) => executor.agencyId)));
  const marked = new Set(reading.tree.nodes.flatMap((node) => componentsOf[node.fact.id] ?? []));
  const view: PlanTreeView = {
    code: reading.plan.code,
    planTitle: reading.version.title,
    illustrative: reading.plan.illustrative,
    startsOn: reading.plan.startsOn,
    endsOn: reading.plan.endsOn,
    basis, period, filters,
    isFiltered: hasFilters(asked),
    choices: {
      goals: goalsOf(reading.tree).map(({ fact }) => ({ value: fact.code, label: `${fact.code}. ${chooseText(fact.title, language).text}` })),
      agencies: agencies.filter(({ id }) => involved.has(id))
        .map(({ code, abbr }) => ({ value: code, label: chooseText(abbr, language).text }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
      components: components.filter(({ code }) => marked.has(code)).map(({ code, name, isPillar }) => {
        const label = chooseText(name, language).text;
        return { value: code, label: isPillar ? words.t("plan.pillar", { name: label }) : label };
      }),
      periods,
    },
    counts: { shown: { measures: kept.measures.size, indicators: kept.indicators.size }, all: countTree(reading.tree) },
    nodes: reading.tree.roots.filter(({ fact }) => kept.nodes.has(fact.id)).map((node) => nodeLine(node, kept, facts)),
  };
  return { view, table: treeTable(kept, facts, basisLabels(basis, period, words.t)) };
}
