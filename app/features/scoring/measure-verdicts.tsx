/** On the page of a measure: what evaluators judged of it, what its bodies claim, and the form of a claim. */
import { useTranslation } from "react-i18next";
import { CLAIMED_STATUSES } from "~/domain/verdict-checks";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { CheckboxField, DateField, RadioField, SelectField, TextArea, TextField } from "~/ui/fields";
import type { FormResult } from "~/ui/form-result";
import { Link } from "~/ui/navigation";
import { INTENT_FIELD } from "~/ui/root-data";
import { StatusTag } from "~/ui/status-tag";
import type { ClaimForm, MeasureVerdicts } from "./get-measure-verdicts.server";
import { Claim } from "./scoring-desk";
import { Joint, VerdictCard, VerdictHistory } from "./verdict-parts";

export function VerdictsCard({ verdicts }: { verdicts: MeasureVerdicts }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <section className="card stack-tight">
      <h2>{t("scoring.verdictFor", { period: print.period(verdicts.periodKey) })}</h2>
      {verdicts.inPeriod.length === 0 ? <p className="medium muted">{t("scoring.noVerdict")}</p> : <Joint joint={verdicts.joint} />}
      {verdicts.inPeriod.map((verdict) => <VerdictCard key={verdict.id} verdict={verdict} />)}
      <VerdictHistory verdicts={verdicts.others} title={t("scoring.otherVerdicts")} />
      {verdicts.scoringHref ? <p><Link to={verdicts.scoringHref}>{t("scoring.toScoring")}</Link></p> : null}
    </section>
  );
}

/** A body's claims stand in a list; a new one is added beside them. */
export function ClaimsCard({ verdicts, result, idempotencyKey }: { verdicts: MeasureVerdicts; result: FormResult | null; idempotencyKey: string }) {
  const { t } = useTranslation();
  if (verdicts.claims.length + verdicts.claimForms.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{t("scoring.claim.title")}</h2>
      {verdicts.claims.map((claim) => <Claim key={claim.id} claim={claim} />)}
      {verdicts.claimForms.map((form, index) => (
        <details key={form.agencyId} open={Boolean(result?.error)}>
          <summary>{t("scoring.claim.add", { agency: form.agency })}</summary>
          <ClaimFields form={form} result={result} idempotencyKey={`${idempotencyKey}-${index}`} />
        </details>
      ))}
    </section>
  );
}

function ClaimFields({ form, result, idempotencyKey }: { form: ClaimForm; result: FormResult | null; idempotencyKey: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <EntryForm className="stack" result={result} idempotencyKey={idempotencyKey}>
      <input type="hidden" name="agency" value={form.agencyId} />
      <SelectField name="round" label={t("home.board.round")} options={form.rounds.map(({ cycleId, seen, periodKey, closesOn }) => ({ value: `${cycleId}.${seen}`, label: t("scoring.claim.round", { period: print.period(periodKey), until: print.date(closesOn) }) }))} />
      <RadioField name="claimed" label={t("scoring.claim.status")} options={CLAIMED_STATUSES.map((status) => ({ value: status, label: <StatusTag status={status} bare /> }))} />
      <TextField name="document_no" width="20" label={t("scoring.claim.documentNo")} hint={t("scoring.claim.documentHint")} optional />
      <DateField name="document_on" label={t("scoring.claim.documentOn")} optional />
      <TextArea name="claim_text" label={t("scoring.claim.text")} optional />
      <CheckboxField name="declared" label={t("entry.noOfficialUse")} hint={t("scoring.declaredHint")} />
      <div className="actions"><button className="button button-outline" name={INTENT_FIELD} value="claim">{t("scoring.claim.send")}</button></div>
    </EntryForm>
  );
}
