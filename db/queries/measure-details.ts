import type { Kysely } from "kysely";
import type { Id, LocalText } from "~/domain/facts";
import type { DB } from "../schema";

export interface FundingLine {
  year: number | null;
  source: string | null;
  programmeCode: string | null;
  /** "not_separately_funded" is a statement of the plan, not a blank */
  kind: "planned" | "not_separately_funded";
  planned: string | null;
  approved: string | null;
  spent: string | null;
  unit: LocalText | null;
}

export interface MeasureDetails {
  dueText: string | null;
  /** how the plan funds it; null = the plan is silent */
  fundingKind: string | null;
  note: LocalText;
  funding: FundingLine[];
  crossrefs: { system: string; act: string | null; code: string; link: string | null }[];
}

/** What a measure's own page tells beside its structure: wording of dates, money as known at `knownAt`, references to other plans. */
export async function findMeasureDetails(db: Kysely<DB>, planVersionId: Id, measureId: Id, knownAt: string): Promise<MeasureDetails | null> {
  const [measure, planned, spending, crossrefs] = await Promise.all([
    db.selectFrom("measure_version").select(["due_text", "funding_kind", "note_uk", "note_en"])
      .where("plan_version_id", "=", planVersionId).where("measure_id", "=", measureId).executeTakeFirst(),
    db.selectFrom("measure_funding as f").leftJoin("unit as u", "u.code", "f.unit")
      .select(["f.year", "f.source", "f.programme_code", "f.kind", "f.planned", "u.name_uk", "u.name_en"])
      .where("f.plan_version_id", "=", planVersionId).where("f.measure_id", "=", measureId)
      .orderBy("f.year").orderBy("f.source").orderBy("f.programme_code").execute(),
    db.selectFrom("measure_spending as s").innerJoin("unit as u", "u.code", "s.unit")
      .distinctOn(["s.year", "s.source"])
      .select(["s.year", "s.source", "s.approved", "s.spent", "u.name_uk", "u.name_en"])
      .where("s.measure_id", "=", measureId).where("s.recorded_at", "<=", knownAt)
      .orderBy("s.year").orderBy("s.source").orderBy("s.no", "desc").execute(),
    db.selectFrom("crossref").select(["system", "act", "code", "link"]).where("measure_id", "=", measureId)
      .orderBy("system").orderBy("code").execute(),
  ]);
  if (measure === undefined) return null;
  const unitOf = (row: { name_uk: string | null; name_en: string | null }) =>
    row.name_uk === null && row.name_en === null ? null : { uk: row.name_uk, en: row.name_en };
  const lines: FundingLine[] = planned.map((row) => {
    const same = spending.find((each) => each.year === row.year && each.source === row.source);
    return {
      year: row.year, source: row.source, programmeCode: row.programme_code,
      kind: row.kind as FundingLine["kind"], planned: row.planned,
      approved: same?.approved ?? null, spent: same?.spent ?? null, unit: unitOf(row),
    };
  });
  const unplanned = spending
    .filter((row) => !planned.some((each) => each.year === row.year && each.source === row.source))
    .map((row): FundingLine => ({
      year: row.year, source: row.source, programmeCode: null, kind: "planned",
      planned: null, approved: row.approved, spent: row.spent, unit: unitOf(row),
    }));
  return {
    dueText: measure.due_text,
    fundingKind: measure.funding_kind,
    note: { uk: measure.note_uk, en: measure.note_en },
    funding: [...lines, ...unplanned],
    crossrefs,
  };
}
