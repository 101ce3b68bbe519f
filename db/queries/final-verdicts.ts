import { sql, type Kysely } from "kysely";
import type { CalendarDate, Id, LocalText } from "~/domain/facts";
import type { DB } from "../schema";

interface VerdictSource {
  kind: "link" | "document" | "visit";
  url: string | null;
  titleDigest: string | null;
  seenOn: CalendarDate | null;
}

/** What stands behind a final verdict: its texts by digest, the body the evaluator is of, the reply of the body it judges. */
export interface FinalVerdict {
  id: Id;
  recordedAt: string;
  evaluatorBody: LocalText | null;
  textDigest: string | null;
  differsDigest: string | null;
  legalBasis: string | null;
  from: CalendarDate | null;
  to: CalendarDate | null;
  /** the last day of the body's right of reply */
  replyUntil: CalendarDate;
  reply: { agreed: boolean; textDigest: string | null; recordedAt: string } | null;
  sources: VerdictSource[];
}

/** Final verdicts by id; a reply is of the draft they repeat, and so are the evaluator's own sources. */
export async function listFinalVerdicts(db: Kysely<DB>, ids: readonly Id[]): Promise<Map<Id, FinalVerdict>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FinalVerdict>`
    select v.id, to_char(v.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
      v.text_digest as "textDigest", v.differs_reason_digest as "differsDigest", v.legal_basis as "legalBasis",
      v.from_on as "from", v.to_on as "to", v.reply_until as "replyUntil",
      (select jsonb_build_object('uk', n.name_uk, 'en', n.name_en) from role_grant g
        join lateral (select * from agency_name c where c.agency_id = g.agency_id order by (c.to_on is null) desc, c.from_on desc limit 1) n on true
        where g.user_id = v.evaluator_id and g.role = 'evaluator' and g.from_at <= v.recorded_at and (g.to_at is null or g.to_at > v.recorded_at)
        order by g.from_at limit 1) as "evaluatorBody",
      (select jsonb_build_object('agreed', r.agreed, 'textDigest', r.text_digest,
          'recordedAt', to_char(r.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from verdict_reply r where r.verdict_id = v.draft_id and r.recorded_at <= v.recorded_at) as reply,
      coalesce((select jsonb_agg(distinct jsonb_build_object('kind', s.kind, 'url', s.url, 'titleDigest', s.title_digest, 'seenOn', s.seen_on))
        from verdict_source s where s.verdict_id in (v.id, v.draft_id)), '[]') as sources
    from verdict v where v.id in (${sql.join([...ids])}) and v.stage = 'final'`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
