import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { approvalSchema } from "~/features/admin/admin.schema";
import { changeApproval, getAgencies } from "~/features/admin/agencies.server";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { ReportTable } from "~/ui/report-table";
import type { TableModel } from "~/ui/table-model";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, t }) => ({ title: t("admin.agencies"), agencies: await getAgencies(db, actor, now) }));
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, actionForm(approvalSchema, async ({ db, actor, now }, input) => {
    await changeApproval(db, actor, now, input);
    return "/admin/agencies";
  }));
}

export default function Agencies() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { agencies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const table: TableModel = {
    caption: t("admin.agenciesTable"),
    columns: [
      { key: "code", head: t("common.code"), kind: "code" },
      { key: "name", head: t("common.name") },
      { key: "approval", head: t("admin.approval") },
      { key: "change", head: t("common.change") },
    ],
    rows: agencies.map((agency) => ({
      key: agency.id,
      cells: {
        code: agency.code,
        name: { text: (language === "uk" ? agency.nameUk : agency.nameEn) ?? "", detail: agency.byConsent ? t("admin.byConsent") : undefined },
        approval: t(agency.needsApproval ? "admin.approvalOn" : "admin.approvalOff"),
        change: { text: "", content: <ApprovalButton agencyId={agency.id} code={agency.code} isOn={agency.needsApproval} /> },
      },
    })),
  };
  return (
    <Page title={t("admin.agencies")} sub={t("admin.agenciesLead")}>
      <div className="stack">
        <ErrorSummary result={answer?.lastResult} problem={answer?.problem} />
        <ReportTable table={table} csvHref="/admin/agencies.csv" />
      </div>
    </Page>
  );
}

function ApprovalButton({ agencyId, code, isOn }: { agencyId: string; code: string; isOn: boolean }) {
  const { t } = useTranslation();
  const words = t(isOn ? "admin.turnOff" : "admin.turnOn");
  return (
    <EntryForm>
      <input type="hidden" name="agencyId" value={agencyId} />
      <button className="button button-outline button-small" name="needsApproval" value={isOn ? "no" : "yes"} aria-label={t("admin.approvalOf", { action: words, agency: code })}>{words}</button>
    </EntryForm>
  );
}
