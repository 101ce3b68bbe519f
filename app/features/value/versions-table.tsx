/** Every version of a value, newest first: who, when, what was said, what was decided. Nothing is ever replaced in it. */
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { ReportTable } from "~/ui/report-table";
import { FactTag } from "~/ui/status-tag";
import { receiptPath } from "./addresses";
import type { VersionView } from "./read-history.server";
import { Decisions, EvidenceList, isSilent, Said, unverifiedFact } from "./value-parts";

export function VersionsTable({ versions, caption, csvHref }: { versions: readonly VersionView[]; caption: string; csvHref?: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <ReportTable
      csvHref={csvHref}
      table={{
        caption,
        columns: [
          { key: "no", head: t("verification.value.no"), kind: "code" },
          { key: "value", head: t("common.value") },
          { key: "when", head: t("verification.value.when") },
          { key: "who", head: t("verification.value.who") },
          { key: "what", head: t("verification.value.what") },
        ],
        rows: versions.map((version) => ({
          key: String(version.no),
          cells: {
            no: String(version.no),
            value: { text: version.value, content: <ValueCell version={version} /> },
            when: { text: print.moment(version.at, { zone: false }), detail: detailOf(version) },
            who: version.by,
            what: { text: "", content: <What version={version} /> },
          },
        })),
      }}
    />
  );

  function detailOf(version: VersionView): string | undefined {
    if (version.unchangedSince) return t("verification.value.unchangedSince", { date: print.date(version.unchangedSince) });
    return version.observedOn ? t("verification.value.observedOn", { date: print.date(version.observedOn) }) : undefined;
  }
}

function ValueCell({ version }: { version: VersionView }) {
  return (
    <div className="stack-tight">
      <b>{version.value}</b>
      <div>{version.isOfficial ? <FactTag fact="verified" /> : version.isLatest && !version.isVerified ? <FactTag fact={unverifiedFact(version)} /> : null}</div>
    </div>
  );
}

function Receipt({ receipt }: { receipt: NonNullable<VersionView["receipt"]> }) {
  const { t } = useTranslation();
  const words = t("verification.value.receipt", { no: receipt.no });
  return receipt.opens ? <Link to={receiptPath(receipt.id)}>{words}</Link> : <span className="muted">{words}</span>;
}

function What({ version }: { version: VersionView }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight small">
      <div>
        {version.receipt ? <Receipt receipt={version.receipt} /> : <span className="muted">{t("verification.value.notSent")}</span>}
        {version.receipt && version.decisions.length === 0 ? <span className="muted"> · {t("verification.value.waiting")}</span> : null}
      </div>
      {version.decisions.length > 0 ? <Decisions decisions={version.decisions} /> : null}
      {isSilent(version) ? null : <Said version={version} />}
      {version.source ? <div className="muted">{t("verification.value.source", { source: version.source })}</div> : null}
      {version.evidence.length > 0 ? <EvidenceList evidence={version.evidence} /> : null}
    </div>
  );
}
