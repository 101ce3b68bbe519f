import { useTranslation } from "react-i18next";
import type { OpenPurge } from "./open-purges.server";

/** What a removal will take, and what it will not, for the two persons who decide. */
export function PurgeReach({ reach }: { reach: OpenPurge["reach"] }) {
  const { t } = useTranslation();
  return (
    <span className="break-anywhere small">
      {t("admin.purgeUses", { count: reach.uses })}
      {reach.within.length === 0 ? null : ` ${t("admin.purgeWithin", { count: reach.within.length })} ${reach.within.join(", ")}`}
    </span>
  );
}
