import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { editionPath, EDITIONS, preparationPath, releasePath } from "~/features/edition/addresses";
import { ChallengeSheet } from "~/features/edition/challenge-sheet";
import { EditionFacts, EditionLinks, Figures, Foreword } from "~/features/edition/edition-parts";
import { preparationView } from "~/features/edition/edition-view";
import { getPreparation } from "~/features/edition/get-preparation.server";
import { toTableModel } from "~/features/report/to-table-model";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import { Page, ReadingLine } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import { ReportTable } from "~/ui/report-table";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, params, words }) => {
    const open = await getPreparation(db, actor, params.plan ?? "", params.id ?? "");
    const view = preparationView(open, words);
    return { title: words.t("edition.prepared", { period: words.print.period(view.periodKey) }), illustrative: view.illustrative, view, refusal: open.refusal };
  });
}

export default function Preparation() {
  const { t } = useTranslation();
  const print = useFormat();
  const { title, view, refusal } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      sub={<LocalText text={view.planTitle} />}
      crumbs={[{ label: t("edition.title"), href: EDITIONS }, { label: view.planCode }, { label: print.period(view.periodKey) }]}
      reading={<ReadingLine {...view.reading} />}
    >
      <div className="stack">
        {view.release ? <Note role="status">{t("edition.release.already")} <Link to={editionPath(view.release.code)}>{view.release.code}</Link></Note> : null}
        {view.release === null && refusal === null ? <p className="actions"><Link className="button" to={releasePath(view.planCode, view.id)}>{t("edition.release.go")}</Link></p> : null}
        {view.release === null && refusal !== null ? <Note>{t(`errors.reason.${refusal}`)} {refusal === "own_preparation" ? <Link to={releasePath(view.planCode, view.id)}>{t("edition.release.what")}</Link> : null}</Note> : null}
        {view.sheet ? <ChallengeSheet sheet={view.sheet} csvHref={`${preparationPath(view.planCode, view.id)}/challenges.csv`} /> : null}
        <div className="columns columns-aside">
          <div className="stack">
            <Figures view={view} />
            <ReportTable table={toTableModel(view.figures, print)} csvHref={`${preparationPath(view.planCode, view.id)}/figures.csv`} />
          </div>
          <aside className="stack" aria-label={t("edition.facts")}>
            <Foreword foreword={view.foreword} />
            <EditionFacts view={view} />
            <EditionLinks links={view.links} />
          </aside>
        </div>
      </div>
    </Page>
  );
}
