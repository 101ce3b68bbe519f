import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Links to the page before and after, keeping the filters of the address; nothing when there is one page. */
export function Pagination({ page, pages, parameter = "page" }: { page: number; pages: number; parameter?: string }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const to = (no: number) => {
    const next = new URLSearchParams(search);
    next.set(parameter, String(no));
    return `?${next.toString()}`;
  };
  return (
    <nav className="pagination" aria-label={t("common.pages.label")}>
      {page > 1 ? <Link to={to(page - 1)} rel="prev">{t("common.pages.previous")}</Link> : null}
      <span className="muted">{t("common.pages.current", { page, of: pages })}</span>
      {page < pages ? <Link to={to(page + 1)} rel="next">{t("common.pages.next")}</Link> : null}
    </nav>
  );
}
