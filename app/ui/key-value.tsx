import { Fragment, type ReactNode } from "react";

export interface KeyValueItem {
  label: ReactNode;
  value: ReactNode;
}

/** A definition list; `short` keeps two columns on a phone, for short words and figures. Empty values are left out. */
export function KeyValue({ items, short = false }: { items: readonly (KeyValueItem | null)[]; short?: boolean }) {
  const shown = items.filter((item): item is KeyValueItem => item !== null && item.value !== null && item.value !== undefined && item.value !== "");
  return (
    <dl className={short ? "key-value key-value-short" : "key-value"}>
      {shown.map((item, index) => (
        <Fragment key={index}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
