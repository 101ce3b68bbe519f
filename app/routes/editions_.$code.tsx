import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { editionPath, EDITIONS } from "~/features/edition/addresses";
import { ChallengeSheet } from "~/features/edition/challenge-sheet";
import { Changes, EditionFacts, EditionLinks, Figures, Foreword, Recomputation } from "~/features/edition/edition-parts";
import { editionView } from "~/features/edition/edition-view";
import { getEdition } from "~/features/edition/get-edition.server";
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
  return handleLoad(args, async ({ db, actor, params, url, words }) => {
    const open = await getEdition(db, actor, params.code ?? "");
    const view = editionView(open, words);
    const { code } = open.edition.release;
    return {
      title: words.t("edition.of", { code, period: words.print.period(view.periodKey) }), illustrative: view.illustrative,
      view, code, latest: open.latest, isReleased: url.searchParams.has("released"),
    };
  });
}

export default function Edition() {
  const { t } = useTranslation();
  const print = useFormat();
  const { view, code, latest, isReleased } = useLoaderData<typeof loader>();
  const here = editionPath(code);
  return (
    <Page
      title={<>{t("edition.one")} <span className="nowrap">{code}</span>: {print.period(view.periodKey)}</>}
      sub={<LocalText text={view.planTitle} />}
      crumbs={[{ label: t("edition.title"), href: EDITIONS }, { label: code }]}
      reading={<ReadingLine {...view.reading} />}
      footNote={`${t("edition.name", { no: view.release?.no ?? 0 })} · ${code} · ${t("formula.planVersion", { no: view.versionNo, date: print.date(view.inForceFrom) })} · ${t("formula.rulesVersion", { no: view.rulesVersion })}`}
    >
      <div className="stack">
        {isReleased ? <Note tone="ok" role="status">{t("edition.release.done", { code })}</Note> : null}
        {latest ? <Note tone="warn">{t("edition.isReplaced")} <Link to={editionPath(latest.code)}>{latest.code}</Link></Note> : null}
        <div className="columns columns-aside">
          <div className="stack">
            <Figures view={view} />
            <ReportTable table={toTableModel(view.figures, print)} csvHref={`${here}/figures.csv`} />
            <Changes table={view.changes} isFirst={view.release?.isFirst ?? true} csvHref={`${here}/changes.csv`} />
          </div>
          <aside className="stack" aria-label={t("edition.facts")}>
            <Foreword foreword={view.foreword} />
            <EditionFacts view={view} />
            <Recomputation check={view.check} />
            <EditionLinks links={view.links} />
          </aside>
        </div>
        {view.sheet ? <ChallengeSheet sheet={view.sheet} csvHref={`${here}/challenges.csv`} /> : null}
      </div>
    </Page>
  );
}
