/** Somebody else was faster: what you saw, what is there now, what you typed, side by side; nothing is lost. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons";

interface ConflictRow {
  label: string;
  saw: ReactNode;
  now: ReactNode;
  yours: ReactNode;
}

interface ConflictProps {
  rows?: readonly ConflictRow[];
  /** a table of the page's own in place of the rows, where what is compared is several words long */
  table?: ReactNode;
  title?: string;
  text?: string;
  /** two buttons with the values in them: "Подати моє: 45", "Лишити 40" */
  children: ReactNode;
}

export function Conflict({ rows = [], table, title, text, children }: ConflictProps) {
  const { t } = useTranslation();
  return (
    <section className="card stack" role="alert" tabIndex={-1} autoFocus>
      <h2>
        <Icon name="overdue" /> {title ?? t("errors.conflictTitle")}
      </h2>
      <p className="medium">{text ?? t("errors.conflictText")}</p>
      {table ?? <ConflictTable rows={rows} />}
      <div className="actions">{children}</div>
    </section>
  );
}

function ConflictTable({ rows }: { rows: readonly ConflictRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t("errors.conflict.caption")}>
      <table className="table-narrow">
        <caption className="visually-hidden">{t("errors.conflict.caption")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("errors.conflict.saw")}</th>
            <th scope="col">{t("errors.conflict.now")}</th>
            <th scope="col">{t("errors.conflict.yours")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{row.saw}</td>
              <td className="strong">{row.now}</td>
              <td className="strong">{row.yours}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
