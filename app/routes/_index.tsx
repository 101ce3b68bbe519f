import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { daysCounted } from "~/domain/dates";
import { getHome } from "~/features/work-list/get-home.server";
import { Overview } from "~/features/leadership/overview";
import { overviewPath } from "~/features/plan/addresses";
import { RepliesSection } from "~/features/scoring/replies-section";
import { AdminSection, ApprovalSection, BoardSection, ReviewSection, WorkSection } from "~/features/work-list/home-sections";
import { PlansSection } from "~/features/work-list/plan-cards";
import { useFormat } from "~/i18n/use-format";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t, words }) => {
    const home = await getHome(db, actor, now, words);
    const dueOn = home.work?.dueOn ?? null;
    return { title: home.overview?.title ?? t("home.title"), illustrative: home.illustrative, home, daysLeft: dueOn === null ? null : daysCounted(home.today, dueOn) - 1, hasRole: actor.grants.length > 0 };
  });
}

export default function HomeRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { home, daysLeft, hasRole } = useLoaderData<typeof loader>();
  const { work, overview } = home;
  if (overview) {
    return (
      <Overview view={overview} changeHref={`${overviewPath(overview.planCode, overview.period)}#reading`} isHome>
        <div className="columns no-print">
          {home.plans && home.plans.length > 0 ? <PlansSection plans={home.plans} others /> : null}
        </div>
      </Overview>
    );
  }
  const replies = home.replies ? <RepliesSection replies={home.replies} /> : null;
  const isReturned = (work?.returned.length ?? 0) > 0;
  return (
    <Page title={title()} sub={sub()}>
      <div className="stack">
        {hasRole ? null : <p>{t("home.noRole")}</p>}
        {/* what came back stands before everything else; a reply has days, a return may stop a whole round */}
        {isReturned ? null : replies}
        {work ? <WorkSection work={work} /> : null}
        {isReturned ? replies : null}
        {home.approval ? <ApprovalSection count={home.approval.count} /> : null}
        {home.review ? <ReviewSection items={home.review} /> : null}
        {home.board ? <BoardSection board={home.board} /> : null}
        {home.plans ? <PlansSection plans={home.plans} /> : null}
        <AdminSection administers={home.administers} />
      </div>
    </Page>
  );

  function title(): string {
    if (work?.period) return t("home.titleFor", { period: print.period(work.period) });
    return work || home.approval || home.review ? t("home.title") : t("home.overview");
  }

  function sub(): string {
    const today = print.date(home.today);
    if (!work || work.counts.all === 0) return t("home.todayIs", { today });
    if (work.dueOn === null || daysLeft === null) return t(work.counts.left === 0 ? "home.nothingDue" : "home.todayIs", { today });
    return daysLeft === 0 ? t("home.dueToday") : t("home.dueBy", { due: print.dueDate(work.dueOn), today, left: t("common.daysLeft", { count: daysLeft }) });
  }
}
