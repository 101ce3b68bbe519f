/** The evaluator's queue: by body and age, then every value, oldest first. */
import { DESK, deskPath } from "~/features/value/addresses";
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { ReportTable } from "~/ui/report-table";
import { Timeliness } from "~/ui/status-tag";
import type { QueueItem } from "./get-queue.server";

interface QueueGroup {
  agency: string;
  count: number;
  oldest: number;
}

/** Bodies by how many of their values wait; then by how long. */
function groupQueue(items: readonly Pick<QueueItem, "agencyName" | "age">[]): QueueGroup[] {
  const groups = new Map<string, QueueGroup>();
  for (const item of items) {
    const group = groups.get(item.agencyName) ?? { agency: item.agencyName, count: 0, oldest: 0 };
    groups.set(item.agencyName, { ...group, count: group.count + 1, oldest: Math.max(group.oldest, item.age) });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || b.oldest - a.oldest);
}

export function QueueGroups({ items }: { items: readonly QueueItem[] }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t("verification.queue.byAgency")}</h2>
      <ul className="rows">
        {groupQueue(items).map((group) => (
          <li key={group.agency}>
            <span>{group.agency}</span>
            <span className="rows-end">
              <b>{group.count}</b> <span className="small muted">{t("verification.queue.oldest", { days: t("common.days", { count: group.oldest }) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function QueueTable({ items }: { items: readonly QueueItem[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <ReportTable
      csvHref={`${DESK}.csv`}
      table={{
        caption: t("verification.queue.caption"),
        columns: [
          { key: "title", head: t("common.name") },
          { key: "value", head: t("verification.queue.value") },
          { key: "target", head: t("indicator.target") },
          { key: "agency", head: t("common.agency") },
          { key: "when", head: t("verification.queue.submittedAt") },
          { key: "age", head: t("verification.queue.age") },
        ],
        rows: items.map((item) => ({
          key: item.measurementId,
          cells: {
            title: { text: item.title, href: deskPath(item.measurementId), detail: `${item.code} · ${print.period(item.periodKey)}` },
            value: { text: item.value ?? "", strong: true },
            target: item.target?.value ?? "",
            agency: item.agency,
            when: { text: item.submittedAt ? print.moment(item.submittedAt, { zone: false }) : "", content: <When item={item} /> },
            age: item.age === 0 ? t("verification.queue.today") : t("common.days", { count: item.age }),
          },
        })),
      }}
    />
  );
}

function When({ item }: { item: QueueItem }) {
  const print = useFormat();
  return (
    <div className="stack-tight">
      <div>{item.submittedAt ? print.moment(item.submittedAt, { zone: false }) : null}</div>
      {item.timeliness ? <Timeliness state={item.timeliness} /> : null}
    </div>
  );
}

export function QueueStart({ items }: { items: readonly QueueItem[] }) {
  const { t } = useTranslation();
  const [first] = items;
  return first ? (
    <Link className="button" to={deskPath(first.measurementId)}>
      {t("home.review.start")}
    </Link>
  ) : null;
}
