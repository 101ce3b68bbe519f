import type { Rows } from "../acts";
import { seedId } from "../seed-id";
import { pastPlanFile, strategyFile, type Words } from "../source-files";

/** Units beyond those of the plans: money in which funding is planned and spent. */
const MONEY: Record<string, Words> = {
  mln_uah: { uk: "млн гривень", en: "UAH million" },
  mln_eur: { uk: "млн євро", en: "EUR million" },
};

export function unitRows(): Rows {
  const units = { ...pastPlanFile().units, ...MONEY, ...strategyFile().units, stage: { uk: "етап", en: "stage" } };
  return { unit: Object.entries(units).map(([code, name]) => ({ code, name_uk: name.uk, name_en: name.en })) };
}

export function dataSourceRows(): Rows {
  return { data_source: strategyFile().data_sources.map(({ code, name, url }) => ({ code, name_uk: name.uk, name_en: name.en, url })) };
}

export function componentRows(): Rows {
  const { eibm_components, ibm_pillars } = strategyFile();
  const rows = (kind: string, list: { code: string; name: Words }[]) =>
    list.map(({ code, name }, index) => ({ code, kind, position: index + 1, name_uk: name.uk, name_en: name.en }));
  return { component: [...rows("ibm_pillar", ibm_pillars), ...rows("eibm_component", eibm_components)] };
}

const territoryId = (code: string) => seedId("dimension_item", "territory", code);

/** Border sections, and crossing points within them. */
export function territoryRows(): Rows {
  const { border_sections, crossing_points } = strategyFile().territory;
  const row = (code: string, parent: string | null, name: Words) => ({
    id: territoryId(code), dimension: "territory", code, parent_id: parent === null ? null : territoryId(parent),
    name_uk: name.uk, name_en: name.en,
  });
  return {
    dimension_item: [
      ...border_sections.map(({ code, name }) => row(code, null, name)),
      ...crossing_points.map(({ code, section, name }) => row(code, section, name)),
    ],
  };
}

/** The whole, not broken down. */
export const TOTAL_BREAKDOWN = seedId("breakdown", "total");

export const breakdownRows = (): Rows => ({ breakdown: [{ id: TOTAL_BREAKDOWN, key: "total" }] });
