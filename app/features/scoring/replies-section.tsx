/** Draft verdicts on one's own body, on the first page: until when it may be answered. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { Link } from "~/ui/navigation";
import { FactTag, StatusTag } from "~/ui/status-tag";
import { WorkList, WorkRow } from "~/ui/work-list";
import { verdictPath } from "./addresses";
import type { ReplyDue } from "./list-replies-due.server";

export function RepliesSection({ replies }: { replies: readonly ReplyDue[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <WorkList title={t("scoring.reply.due")} count={replies.length} note={t("scoring.reply.dueNote")}>
      {replies.map((reply) => (
        <WorkRow
          key={reply.verdictId}
          name={reply.title}
          href={verdictPath(reply.verdictId)}
          state={
            <>
              <StatusTag status={reply.status} bare />
              <FactTag fact={reply.state === "overdue" ? "returned" : "draft"}>
                {reply.state === "overdue" ? t("scoring.reply.overdue", { until: print.date(reply.replyUntil) }) : t("scoring.reply.byDate", { until: print.date(reply.replyUntil) })}
              </FactTag>
              <span className="tiny muted">{[reply.code, print.period(reply.periodKey), reply.state === "overdue" ? null : t("common.daysLeft", { count: reply.daysLeft })].filter(Boolean).join(" · ")}</span>
            </>
          }
          actions={<Link className="button button-outline button-small" to={verdictPath(reply.verdictId)}>{t("scoring.reply.open")}<span className="visually-hidden">: {reply.title}</span></Link>}
        />
      ))}
    </WorkList>
  );
}
