import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { useTranslation } from "react-i18next";
import { scoringPath } from "~/features/scoring/addresses";
import { finaliseVerdict } from "~/features/scoring/finalise-verdict.server";
import { getScoringMeasure } from "~/features/scoring/get-scoring-measure.server";
import { scoreMeasure } from "~/features/scoring/score-measure.server";
import { ScoringDesk, ScoringPlace } from "~/features/scoring/scoring-desk";
import { ScoringMarks } from "~/features/scoring/scoring-marks";
import { VerdictConflict } from "~/features/scoring/verdict-conflict";
import { VerdictAside } from "~/features/scoring/verdict-form";
import { verdictRules } from "~/features/scoring/verdict-rules.server";
import { finaliseSchema, verdictSchema } from "~/features/scoring/verdict.schema";
import { BasisNote } from "~/features/plan/plan-reading-line";
import { ErrorSummary } from "~/ui/error-summary";
import { typedFields } from "~/ui/form-result";
import { LocalText } from "~/ui/local-text";
import { Page, ReadingLine } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import type { PageHandle } from "~/ui/root-data";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";
import type { Page as Request } from "~/web/page.server";

export const meta = pageMeta;
export const handle: PageHandle = { mainForm: "draft" };

const askedOf = ({ params }: Pick<Request, "params">) => ({ planCode: params.plan ?? "", periodKey: params.period ?? "", code: params.measure ?? "" });

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async (page) => {
    const { view, table } = await getScoringMeasure(page.db, page.actor, page.now, { ...askedOf(page), executor: page.url.searchParams.get("for") }, page.words);
    const saved = page.url.searchParams.get("saved");
    return {
      title: `${view.title}, ${view.code}`, illustrative: view.illustrative, view, table, kept: await page.readKept(),
      notice: saved === "draft" || saved === "final" ? (saved as "draft" | "final") : null, keys: { draft: randomUUID(), finalise: randomUUID() },
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, {
    draft: actionForm(async (page: Request) => verdictSchema(await verdictRules(page.db, page.actor, page.now, askedOf(page))), async (page, entered) => {
      const asked = askedOf(page);
      await scoreMeasure(page.db, page.actor, page.now, { ...asked, ...entered, idemKey: page.idempotencyKey ?? randomUUID() });
      return `${scoringPath(asked.planCode, asked.periodKey, asked.code)}?for=${encodeURIComponent(entered.executor)}&saved=draft`;
    }),
    finalise: actionForm(finaliseSchema, async (page, { draft_id: draftIds, reply_seen: repliesSeen }) => {
      const asked = askedOf(page);
      await finaliseVerdict(page.db, page.actor, page.now, { ...asked, draftIds, repliesSeen, idemKey: page.idempotencyKey ?? randomUUID() });
      return `${scoringPath(asked.planCode, asked.periodKey, asked.code)}?saved=final`;
    }),
  });
}

export default function ScoringMeasureRoute() {
  const { t } = useTranslation();
  const { view, table, kept, notice, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = typedFields(answer?.lastResult ?? null);
  // a draft made final by somebody else is told in the summary: there is nothing typed to keep
  const isConflict = answer?.problem?.code === "verdict_changed_meanwhile" && typed.executor !== undefined;
  return (
    <Page
      title={<LocalText text={view.name} />}
      crumbs={view.crumbs}
      above={<ScoringPlace view={view} />}
      marks={<ScoringMarks view={view} />}
      reading={<ReadingLine basis={view.basis.basis} basisDate={view.basis.basisDate} includesProvisional={false} ceiling={view.basis.ceiling} />}
      footNote={<BasisNote basis={view.basis} />}
    >
      <div className="stack">
        {notice && !answer ? <Note role="status">{t(`scoring.saved.${notice}`)}</Note> : null}
        {isConflict ? <VerdictConflict view={view} typed={typed} idempotencyKey={keys.draft} /> : <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />}
        <div className="columns columns-desk">
          <ScoringDesk view={view} table={table} />
          {isConflict ? null : (
            <aside className="sticky" aria-label={t("scoring.verdict")}>
              <VerdictAside view={view} result={answer?.lastResult ?? kept} idempotencyKeys={keys} />
            </aside>
          )}
        </div>
      </div>
    </Page>
  );
}
