import { addDays } from "../../app/domain/dates";
import type { MeasureStatus } from "../../app/domain/facts";
import { period, periodsBetween } from "../../app/domain/periods";
import { textRow, type SeedAct } from "../acts";
import { kyivTime } from "../kyiv-time";
import { agencyId } from "../reference/agencies";
import { seedId } from "../seed-id";
import { authorOf } from "./accounts";
import { measureId } from "./plan-draft";
import { RUNNING_PLAN } from "./plan-2030";
import { cycleId } from "./report-acts";

interface ToldClaim {
  measure: string;
  lead: string;
  /** the first quarter of the plan, 1 to 4, in which the lead says so */
  from: number;
  status: MeasureStatus;
  document: string | null;
  text: string;
}

/** Measures that only outcome indicators stand under: what becomes of them is what their lead says of the whole (rule 16). */
const CLAIMS: readonly ToldClaim[] = [
  { measure: "SO3.M1", lead: "SBGS", from: 1, status: "in_progress", document: null, text: "Спільні відпрацювання тривають за планом; окремого підсумкового документа за квартал немає." },
  { measure: "SO3.M5", lead: "SCS", from: 1, status: "in_progress", document: null, text: "Огляди за ризиками проводяться в усіх пунктах пропуску; взаємодію продовжено." },
  { measure: "SO1.M5", lead: "SBGS", from: 2, status: "in_progress", document: null, text: "Анкету погоджено, пробне опитування проведено у двох пунктах пропуску." },
  { measure: "SO1.M5", lead: "SBGS", from: 3, status: "implemented", document: "Наказ № 512-аг (ілюстр.)", text: "Постійне опитування запроваджено в усіх пунктах пропуску, порядок затверджено наказом." },
];

/** In each closed quarter's round, two days before it closes, the lead claims what it last said. */
export function claimActs(first: number, lastQuarter: string | null): SeedAct[] {
  const quarters = lastQuarter === null ? [] : periodsBetween(`${first}-Q1`, lastQuarter);
  return quarters.flatMap((key, index) => claimsIn(index + 1).map((claim) => claimAct(claim, key)));
}

const claimsIn = (quarter: number): ToldClaim[] =>
  CLAIMS.filter(({ measure, from }) => from <= quarter && !CLAIMS.some((other) => other.measure === measure && other.from > from && other.from <= quarter));

function claimAct({ measure, lead, status, document, text }: ToldClaim, key: string): SeedAct {
  const at = kyivTime(addDays(period(key).endsOn, 13), "16:20");
  const said = textRow(text, at);
  const id = seedId("measure_claim", RUNNING_PLAN, key, measure);
  return {
    at, actorId: authorOf(lead), action: "claim_completion",
    rows: {
      content: [said],
      measure_claim: [{
        id, measure_id: measureId(RUNNING_PLAN, measure), cycle_id: cycleId(RUNNING_PLAN, { period: key, kind: "quarterly" }), agency_id: agencyId(lead), seq: 1,
        status, document_no: document, document_on: document === null ? null : period(key).endsOn, narrative_digest: said.digest,
        author_id: authorOf(lead), idem_key: seedId("idem_key", id), recorded_at: at,
      }],
    },
  };
}
