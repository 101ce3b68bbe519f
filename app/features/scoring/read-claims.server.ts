import type { Id, MeasureStatus, PeriodKey } from "~/domain/facts";
import { can, type Actor, type Subject } from "~/domain/permissions";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { listClaims } from "~db/queries/claims";
import { readTexts } from "~db/queries/content";
import type { AgencyLabel } from "~db/queries/plan-facts";
import { abbreviation } from "../plan/print-measure";
import { viewOf, type TextView } from "../value/read-history.server";

/** What a body says became of the whole measure. */
export interface ClaimView {
  id: Id;
  agencyId: Id;
  agency: string;
  cycleId: Id;
  periodKey: PeriodKey;
  seq: number;
  status: MeasureStatus;
  documentNo: string | null;
  documentOn: string | null;
  text: TextView;
  at: string;
}

interface Circumstances {
  subject: Subject;
  agencies: ReadonlyMap<Id, AgencyLabel>;
  knownAt: string;
}

/** Claims on a measure by bodies whose unverified word the actor may see, newest first. */
export async function readClaims(db: Db, actor: Actor, measureId: Id, { subject, agencies, knownAt }: Circumstances, words: Words): Promise<ClaimView[]> {
  const rows = (await listClaims(db, measureId, knownAt)).filter((row) => can(actor, "view_provisional", { ...subject, agencyId: row.agency_id }).ok);
  const texts = await readTexts(db, rows.map((row) => row.narrative_digest));
  return rows.map((row) => ({
    id: row.id, agencyId: row.agency_id, agency: abbreviation(agencies, row.agency_id, words), cycleId: row.cycle_id, periodKey: row.period_key, seq: row.seq,
    status: row.status as MeasureStatus, documentNo: row.document_no, documentOn: row.document_on,
    text: row.narrative_digest === null ? null : viewOf(texts.get(row.narrative_digest)), at: row.recorded_at,
  }));
}
