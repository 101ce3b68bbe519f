/** Sections of the home page, one a kind of work; several roles stack. */
import { APPROVAL, DESK, deskPath, obligationPath } from "~/features/value/addresses";
import { Link } from "~/ui/navigation";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { BoardBar, NotReported } from "../board/board-page";
import { Icon } from "~/ui/icons";
import { EmptyState, Note } from "~/ui/panels";
import { Legend, StackedBar } from "~/ui/stacked-bar";
import { FactTag } from "~/ui/status-tag";
import { WorkList, WorkRow } from "~/ui/work-list";
import type { HomeView } from "./get-home.server";
import type { QueueItem } from "./get-queue.server";
import type { WorkListView } from "./get-work-list.server";
import { QueueGroups } from "./queue-page";
import { workFacts } from "./work-facts";
import { WorkGroups } from "./work-rows";

export function WorkSection({ work }: { work: NonNullable<HomeView["work"]> }) {
  const { t } = useTranslation();
  const [first] = work.returned;
  return (
    <div className="columns columns-aside">
      <div>
        {first ? (
          <Note tone="bad">
            <b>{t("home.first")}</b> {t("home.returnedNote", { count: work.returned.length })}{" "}
            <Link to={obligationPath(first.obligationId)}>{first.reason ? t("home.quoted", { title: first.title, reason: first.reason }) : first.title}</Link>
          </Note>
        ) : null}
        {work.counts.all === 0 ? <EmptyState title={t("home.empty")}>{t("home.emptyText")}</EmptyState> : <WorkGroups list={work} nextId={work.nextId} keys={work.keys} />}
      </div>
      <aside className="stack" aria-label={t("common.total")}>
        <WorkProgress work={work} />
      </aside>
    </div>
  );
}

function WorkProgress({ work }: { work: WorkListView }) {
  const { t } = useTranslation();
  const { verified, waiting, left, excluded } = work.counts;
  const owed = verified + waiting + left;
  if (owed + excluded === 0) return null;
  const parts = [
    { label: t("home.progress.verified", { count: verified }), count: verified, tone: "done" as const, icon: "done" as const },
    { label: t("home.progress.waiting", { count: waiting }), count: waiting, tone: "prog" as const, icon: "provisional" as const },
    { label: t("home.progress.left", { count: left }), count: left, tone: "todo" as const, icon: "todo" as const },
  ];
  return (
    <section className="card stack-tight">
      <h2>{work.agencies.join(", ")}</h2>
      <StackedBar parts={parts.map(({ label, count, tone }) => ({ label: label.replace(/\s[\d\s]+$/, ""), count, tone }))} of={t("home.progress.of", { obligations: t("common.obligations", { count: owed }) })} />
      <Legend
        items={parts.map((part) => (
          <span key={part.tone}>
            <Icon name={part.icon} /> {part.label}
          </span>
        ))}
      />
      <p className="small muted">
        {work.counts.overdue > 0 ? `${t("home.progress.overdue", { count: work.counts.overdue })}. ` : null}
        {t("home.progress.total", { obligations: t("common.obligations", { count: owed }) })} {excluded > 0 ? t("home.progress.excluded", { count: excluded }) : t("home.progress.noExcluded")}
      </p>
    </section>
  );
}

export function ReviewSection({ items }: { items: QueueItem[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (items.length === 0) {
    return (
      <section className="stack-tight">
        <h2>{t("home.review.title")}</h2>
        <p className="medium muted">{t("home.review.none")}</p>
      </section>
    );
  }
  return (
    <div className="columns columns-aside">
      <WorkList title={t("home.review.title")} count={items.length} note={<Link to={DESK}>{t("home.review.open")}</Link>}>
        {items.slice(0, QUEUE_SHOWN).map((item, index) => (
          <WorkRow
            key={item.measurementId}
            name={item.title}
            href={deskPath(item.measurementId)}
            state={
              <>
                <FactTag fact="provisional">{t("home.provisional", { value: item.value ?? "" })}</FactTag>
                <span className="tiny muted">{[item.code, print.period(item.periodKey), item.agency].join(" · ")}</span>
              </>
            }
            facts={[
              ...workFacts(item, t),
              { label: t("home.review.waits"), value: item.age === 0 ? t("verification.queue.today") : t("common.days", { count: item.age }) },
            ]}
            actions={
              <Link className={index === 0 ? "button button-small" : "button button-outline button-small"} to={deskPath(item.measurementId)}>
                {t("home.review.check")}
                <span className="visually-hidden">: {item.title}</span>
              </Link>
            }
          />
        ))}
      </WorkList>
      <aside className="stack" aria-label={t("verification.queue.byAgency")}>
        <QueueGroups items={items} />
      </aside>
    </div>
  );
}

/** The rest is one link away. */
const QUEUE_SHOWN = 10;

export function ApprovalSection({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <section className="card stack-tight">
      <h2>{t("home.approval.title")}</h2>
      <p className="medium">{count === 0 ? t("home.approval.none") : t("home.approval.count", { values: t("common.values", { count }) })}</p>
      {count > 0 ? <div className="actions"><Link className="button" to={APPROVAL}>{t("home.approval.open")}</Link></div> : null}
    </section>
  );
}

export function BoardSection({ board }: { board: NonNullable<HomeView["board"]> }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { round, totals, rows } = board;
  return (
    <section className="stack">
      <div className="group-head">
        <h2>{t("home.board.title")}</h2>
        <span className="small muted">{t("home.board.roundName", { plan: round.planCode, period: print.period(round.periodKey), due: print.date(round.dueOn) })}</span>
      </div>
      <div className="columns columns-two columns-even">
        <BoardBar totals={totals} />
        <NotReported rows={rows} />
      </div>
      <div className="actions"><Link className="button" to={`/board?round=${round.id}`}>{t("home.board.open")}</Link></div>
    </section>
  );
}

export function AdminSection({ administers }: { administers: HomeView["administers"] }) {
  const { t } = useTranslation();
  const links = [
    administers.users ? { href: "/admin/users", words: t("home.admin.users") } : null,
    administers.agencies ? { href: "/admin/agencies", words: t("home.admin.agencies") } : null,
    administers.unjudged ? { href: "/scoring/unjudged", words: t("scoring.unjudged.title") } : null,
    administers.audit ? { href: "/audit", words: t("home.admin.audit") } : null,
    administers.purge ? { href: "/admin/purge", words: t("admin.purgeTitle") } : null,
    administers.security ? { href: "/security", words: t("home.admin.security") } : null,
  ].filter((link) => link !== null);
  if (links.length === 0) return null;
  return (
    <section className="card stack-tight">
      <h2>{t("home.admin.title")}</h2>
      <ul className="rows">
        {links.map((link) => (
          <li key={link.href}><Link to={link.href}>{link.words}</Link></li>
        ))}
      </ul>
    </section>
  );
}
