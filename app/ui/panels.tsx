/** Panels that say one thing: a note, an empty state, a confirmation, a receipt. */
import type { ReactNode } from "react";
import { Icon } from "./icons";

/** `bad` and `warn` speak of data and duties; `ok` is kept for what the server has confirmed. */
export function Note({ tone, children, role }: { tone?: "warn" | "bad" | "ok"; children: ReactNode; role?: "status" | "alert" }) {
  return (
    <div className={tone ? `note note-${tone}` : "note"} role={role}>
      {children}
    </div>
  );
}

/** What the page is for and the first step; never a bare "nothing found". */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <section className="empty-state">
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action ? <div>{action}</div> : null}
    </section>
  );
}

/**
 * The one confirming page of a final act: what will happen, with figures; who can undo it; the act itself as the
 * button (given as children, with its form) and a link back.
 */
export function Confirm({ title, consequence, facts, children }: { title: string; consequence: ReactNode; facts: readonly ReactNode[]; children: ReactNode }) {
  return (
    <section className="card stack">
      <h2>{title}</h2>
      <p className="medium">{consequence}</p>
      {facts.length > 0 ? <ul className="medium">{facts.map((fact, index) => <li key={index}>{fact}</li>)}</ul> : null}
      <div className="actions">{children}</div>
    </section>
  );
}

/** The only green panel: the server has the value. */
export function Receipt({ title, facts, digest, children }: { title: string; facts: ReactNode; digest?: string; children?: ReactNode }) {
  return (
    <section className="note note-ok" role="status">
      <h2>
        <Icon name="done" /> {title}
      </h2>
      <p className="medium">{facts}</p>
      {digest ? <p className="tiny muted break-anywhere">{digest}</p> : null}
      {children ? <div className="medium row">{children}</div> : null}
    </section>
  );
}
