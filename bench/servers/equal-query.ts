/** Twenty rows of a plan: what a page with one query would list. */
export const EQUAL_QUERY = `select code_printed, name_uk, name_en, value_type, unit, access
  from indicator_version order by plan_version_id, position, indicator_id limit 20`;
