/** The only green page: the server has the value. Number, second, value, timeliness, digest, the next task. */
import { useEffect, useState } from "react";
import { receiptPath, valuePath } from "~/features/value/addresses";
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Receipt } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { Timeliness } from "~/ui/status-tag";
import type { ReceiptView } from "./get-receipt.server";

interface NextTask {
  href: string;
  title: string;
}

export function ReceiptPanel({ receipt, next }: { receipt: ReceiptView; next: NextTask | null }) {
  const { t } = useTranslation();
  const print = useFormat();
  const [first] = receipt.items;
  const when = print.moment(receipt.at, { seconds: true });
  const facts =
    receipt.items.length === 1 && first
      ? t("entry.receiptPage.facts", { when, agency: receipt.agency, value: first.value, timeliness: first.timeliness ? t(`statuses.timeliness.${first.timeliness}`) : "" })
      : t("entry.receiptPage.many", { when, agency: receipt.agency });
  return (
    <Receipt title={t("entry.receipt", { no: receipt.no })} facts={facts} digest={`${t("entry.receiptPage.digestLabel")}: ${receipt.hash}`}>
      {next ? (
        <>
          <Link className="button" to={next.href}>
            {t("entry.nextTask")}
          </Link>
          <span className="small muted">{next.title}</span>
        </>
      ) : (
        <Link className="button" to="/">{t("entry.receiptPage.toList")}</Link>
      )}
      <PrintButton />
      {first ? <Link to={valuePath(first.measurementId)}>{t("entry.receiptPage.toValue")}</Link> : null}
    </Receipt>
  );
}

export function ReceiptItems({ receipt }: { receipt: ReceiptView }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <ReportTable
      csvHref={`${receiptPath(receipt.id)}/items.csv`}
      table={{
        caption: t("entry.receiptPage.caption"),
        columns: [
          { key: "title", head: t("common.name") },
          { key: "code", head: t("common.code"), kind: "code" },
          { key: "period", head: t("common.period") },
          { key: "version", head: t("entry.receiptPage.version"), kind: "number" },
          { key: "value", head: t("common.value") },
          { key: "timeliness", head: t("entry.receiptPage.timeliness") },
        ],
        rows: receipt.items.map((item) => ({
          key: item.measurementId,
          cells: {
            title: { text: item.title, href: valuePath(item.measurementId) },
            code: item.code,
            period: print.period(item.periodKey),
            version: String(item.version),
            value: { text: item.value, strong: true },
            timeliness: item.timeliness ? { text: t(`statuses.timeliness.${item.timeliness}`), content: <Timeliness state={item.timeliness} /> } : null,
          },
        })),
      }}
    />
  );
}

/** Only where a script can do it; without one the browser's own menu prints the same page. */
function PrintButton() {
  const { t } = useTranslation();
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  if (!canPrint) return null;
  return (
    <button type="button" className="link-button no-print" onClick={() => window.print()}>
      {t("entry.print")}
    </button>
  );
}
