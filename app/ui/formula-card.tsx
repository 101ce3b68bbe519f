/**
 * The formula under a figure: first the division as one would write it, then bounds, missing by name, exclusions
 * by reason, weights, rounding, plan and rules. Works without JavaScript and prints when open.
 */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { KeyValue, type KeyValueItem } from "./key-value";

interface FormulaCardProps {
  /** "51 досягнуто ÷ 79 зі строком = 0,64556… =" */
  equation: ReactNode;
  /** the figure as printed, at the end of the equation */
  result: string | null;
  items: readonly (KeyValueItem | null)[];
  open?: boolean;
  /** words of the summary; "Формула" by default, with the figure's name for screen readers in `about` */
  summary?: string;
  about?: string;
  /** links to the list of items */
  children?: ReactNode;
  id?: string;
}

export function FormulaCard({ equation, result, items, open = false, summary, about, children, id }: FormulaCardProps) {
  const { t } = useTranslation();
  return (
    <details className="formula" open={open} id={id}>
      <summary>
        {summary ?? t("formula.summary")}
        {about ? <span className="visually-hidden">: {about}</span> : null}
      </summary>
      <div className="stack">
        <p className="formula-line" tabIndex={0} role="group" aria-label={t("formula.summary")}>
          {equation} {result ? <b>{result}</b> : null}
        </p>
        <KeyValue items={items} />
        {children ? <div className="small row">{children}</div> : null}
      </div>
    </details>
  );
}
