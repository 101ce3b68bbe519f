/** Rows of a focal point's list: state, last value and target, what can be done. The filled button is the next thing's. */
import { obligationPath, receiptPath, valuePath } from "~/features/value/addresses";
import { Link } from "~/ui/navigation";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { EntryForm } from "~/ui/entry-form";
import { INTENT_FIELD } from "~/ui/root-data";
import { FactTag, Timeliness } from "~/ui/status-tag";
import { WorkList, WorkRow } from "~/ui/work-list";
import type { WorkListItem, WorkListView } from "./get-work-list.server";
import { workFacts } from "./work-facts";

interface GroupsProps {
  list: WorkListView;
  /** obligation of the one next thing */
  nextId: string | null;
  /** a random key for each one-click repeat */
  keys: Readonly<Record<string, string>>;
}

export function WorkGroups({ list, nextId, keys }: GroupsProps) {
  const { t } = useTranslation();
  const group = (title: string, items: WorkListItem[], note?: string) => (
    <WorkList title={title} count={items.length} note={note}>
      {byIndicator(items).map(([item, ...more]) => (
        <Fragment key={item.obligationId}>
          <Row item={item} periods={more.length + 1} isNext={item.obligationId === nextId} idempotencyKey={keys[item.obligationId]} />
          {more.map((each) => (
            <PeriodRow key={each.obligationId} item={each} isNext={each.obligationId === nextId} />
          ))}
        </Fragment>
      ))}
    </WorkList>
  );
  return (
    <>
      {group(t("home.returned"), list.returned)}
      {group(t("home.toSubmit"), list.toSubmit, t("home.toSubmitNote"))}
      {group(t("home.overdue"), list.overdue, t("home.overdueNote"))}
      {group(t("home.awaiting"), list.awaitingApproval)}
      {group(t("home.submitted"), list.submitted)}
      {group(t("home.verified"), list.verified)}
    </>
  );
}

/** Periods of one indicator that are still to be filled stand together, where the first of them stands. */
function byIndicator(items: readonly WorkListItem[]): [WorkListItem, ...WorkListItem[]][] {
  const groups = new Map<string, [WorkListItem, ...WorkListItem[]]>();
  for (const item of items) {
    const key = item.state === "open" ? `${item.planCode} ${item.code} ${item.agencyId}` : item.obligationId;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** A further period of the indicator above: its state and its button; name and one-click repeat stand there once. */
function PeriodRow({ item, isNext }: { item: WorkListItem; isNext: boolean }) {
  return (
    <li className="work-more">
      <div className="row row-middle">
        <StateTag item={item} />
        <span className="tiny muted"><Detail item={item} /></span>
      </div>
      <div className="work-actions"><Actions item={{ ...item, unchangedSince: null }} isNext={isNext} /></div>
    </li>
  );
}

function Row({ item, periods, isNext, idempotencyKey }: { item: WorkListItem; periods: number; isNext: boolean; idempotencyKey?: string }) {
  const { t } = useTranslation();
  const href = item.state === "open" || item.state === "returned" || item.measurementId === null ? obligationPath(item.obligationId) : valuePath(item.measurementId);
  return (
    <WorkRow
      name={item.title}
      href={href}
      state={
        <>
          <StateTag item={item} />
          <span className="tiny muted"><Detail item={item} /></span>
          {periods > 1 ? <span className="tiny muted">{t("home.missingFor", { often: t(`home.often.${item.periodKind}`), count: periods })}</span> : null}
        </>
      }
      facts={workFacts(item, t)}
      actions={<Actions item={item} isNext={isNext} idempotencyKey={idempotencyKey} />}
    />
  );
}

function Detail({ item }: { item: WorkListItem }) {
  const { t } = useTranslation();
  const print = useFormat();
  const parts: ReactNode[] = [item.code, print.period(item.periodKey)];
  if (item.state === "returned" && item.decidedAt) parts.push(t("home.returnedOn", { when: print.moment(item.decidedAt, { zone: false }) }));
  else if (item.draftAt) parts.push(t("home.draftOn", { when: print.moment(item.draftAt, { zone: false }) }));
  else if (item.receiptNo && item.submissionId) parts.push(<Link to={receiptPath(item.submissionId)}>{t("home.receiptNo", { no: item.receiptNo })}</Link>);
  return parts.map((part, index) => (
    <span key={index}>
      {index > 0 ? " · " : ""}
      {part}
    </span>
  ));
}

function StateTag({ item }: { item: WorkListItem }) {
  const { t } = useTranslation();
  const print = useFormat();
  switch (item.state) {
    case "returned":
      return <FactTag fact="returned">{item.entry === "round" ? `${t("home.returnedTag")}, ${t("common.daysLeft", { count: item.daysLeft })}` : t("home.returnedTag")}</FactTag>;
    case "awaiting_approval":
      return <FactTag fact="provisional">{t("home.waitingApproval", { value: item.value ?? "" })}</FactTag>;
    case "submitted":
      return <FactTag fact="provisional">{t("home.provisional", { value: item.value ?? "" })}</FactTag>;
    case "verified":
      return <FactTag fact="verified">{t("home.officialValue", { value: item.value ?? "" })}</FactTag>;
    default:
      if (item.timeliness === "overdue") return <Timeliness state="overdue">{t("home.overdueFor", { period: print.period(item.periodKey) })}</Timeliness>;
      if (item.draftAt) return <FactTag fact="draft" />;
      return <Timeliness state="not_yet_due">{t("home.by", { date: print.date(item.dueOn) })}</Timeliness>;
  }
}

function Actions({ item, isNext, idempotencyKey }: { item: WorkListItem; isNext: boolean; idempotencyKey?: string }) {
  const { t } = useTranslation();
  const print = useFormat();
  const style = isNext ? "button button-small" : "button button-outline button-small";
  const more = <span className="visually-hidden">: {item.title}</span>;
  const link = (to: string, words: string) => (
    <Link className={style} to={to}>
      {words}
      {more}
    </Link>
  );
  if (item.state === "returned") return link(obligationPath(item.obligationId), t("home.fix"));
  if (item.state !== "open") return item.measurementId ? link(valuePath(item.measurementId), t("home.view")) : null;
  return (
    <>
      {item.unchangedSince && !item.draftAt ? (
        <EntryForm action={obligationPath(item.obligationId)} idempotencyKey={idempotencyKey}>
          <button className="button button-quiet button-small" name={INTENT_FIELD} value="no_change">
            {t("entry.noChangeSince", { date: print.date(item.unchangedSince) })}
            {more}
          </button>
        </EntryForm>
      ) : null}
      {link(obligationPath(item.obligationId), t(item.draftAt ? "home.resume" : "home.fill"))}
    </>
  );
}
