/** Parts of a measure's page: who, when and for what money; what interrupted it; what it is called elsewhere. */
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import type { ReportTable as Table } from "~/features/report/report-table";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { KeyValue } from "~/ui/key-value";
import { LocalText } from "~/ui/local-text";
import { ReportTable } from "~/ui/report-table";
import type { MeasureView } from "./measure-view";

/** Money beside implementation, never multiplied into it (rule 23). */
export function FundingTable({ funding, csvHref }: { funding: Table; csvHref: string }) {
  const print = useFormat();
  return (
    <>
      <ReportTable table={toTableModel(funding, print)} csvHref={csvHref} />
      {funding.notes.map((note) => <p className="small muted" key={note}>{note}</p>)}
    </>
  );
}

export function MeasureFacts({ view }: { view: MeasureView }) {
  const { t } = useTranslation();
  const funding = view.fundingSaysNone ? t("plan.notFunded") : view.fundingKind === null ? t("plan.fundingSilent") : t(`plan.fundingKind.${view.fundingKind}`);
  return (
    <section className="card plan-facts">
      <KeyValue
        items={[
          { label: t("plan.lead"), value: view.lead ?? t("plan.noLead") },
          view.coExecutors.length > 0 ? { label: t("plan.coExecutors"), value: view.coExecutors.join("; ") } : null,
          { label: t("plan.runs"), value: view.runs ?? view.dueText ?? t("plan.runsUnknown") },
          view.runs !== null && view.dueText !== null ? { label: t("plan.deadline"), value: view.dueText } : null,
          { label: t("plan.funding"), value: funding },
          view.partOf === null ? null : { label: t("plan.partOf"), value: <Link to={view.partOf.href}>{view.partOf.label}: <LocalText text={view.partOf.title} /></Link> },
        ]}
      />
    </section>
  );
}

export function Disruptions({ disruptions }: Pick<MeasureView, "disruptions">) {
  const { t } = useTranslation();
  const print = useFormat();
  if (disruptions.length === 0) return null;
  return (
    <section className="card stack-tight">
      <h2>{t("plan.disruptions")}</h2>
      <ul className="rows medium">
        {disruptions.map((disruption) => (
          <li key={`${disruption.from} ${disruption.effect}`}>
            <span>
              <LocalText text={disruption.what} />
              {disruption.legalBasis ? <span className="small muted"> ({disruption.legalBasis})</span> : null}
            </span>
            <span className="rows-end small">
              {t(`plan.effect.${disruption.effect}`)}
              <br />
              {disruption.to === null ? t("plan.disruptionSince", { from: print.date(disruption.from) }) : t("plan.disruptionFromTo", { from: print.date(disruption.from), to: print.date(disruption.to) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Crossrefs({ crossrefs }: Pick<MeasureView, "crossrefs">) {
  const { t } = useTranslation();
  if (crossrefs.length === 0) return null;
  return (
    <section className="card stack-tight">
      <h2>{t("plan.crossrefs")}</h2>
      <ul className="medium">
        {crossrefs.map((crossref) => (
          <li key={`${crossref.system} ${crossref.code}`}>
            {crossref.link ? <a href={crossref.link} rel="noreferrer">{crossref.system}, {crossref.code}</a> : `${crossref.system}, ${crossref.code}`}
            {crossref.act ? <span className="small muted"> {crossref.act}</span> : null}
          </li>
        ))}
      </ul>
      <p className="small muted">{t("plan.crossrefsNote")}</p>
    </section>
  );
}
