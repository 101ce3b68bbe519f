import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

/** Years a page can be read for, as links; the one shown is no link. */
export function PeriodChoice({ period, periods, asked }: { period: string; periods: readonly string[]; asked: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (periods.length < 2) return null;
  return (
    <nav aria-label={t("common.period")} className="row small no-print">
      <span className="muted">{t("common.period")}:</span>
      {periods.map((key) => (key === period ? <b key={key} aria-current="page">{print.period(key)}</b> : <Link key={key} to={`${asked === "" ? "?" : `${asked}&`}period=${key}`}>{print.period(key)}</Link>))}
    </nav>
  );
}
