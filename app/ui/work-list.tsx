/** Work lists: name and state, last value and target, what can be done; sorted by what is due. */
import type { ReactNode } from "react";
import { Link } from "@remix-run/react";

interface WorkFact {
  label: string;
  value: ReactNode;
}

interface WorkRowProps {
  name: string;
  href: string;
  /** tags and small words under the name */
  state?: ReactNode;
  facts?: readonly WorkFact[];
  actions?: ReactNode;
}

export function WorkRow({ name, href, state, facts = [], actions }: WorkRowProps) {
  return (
    <li>
      <div>
        <Link className="work-name" to={href}>
          {name}
        </Link>
        {state ? <div className="row row-middle">{state}</div> : null}
      </div>
      {facts.length > 0 ? (
        <dl className="work-facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <div className="only-wide" />
      )}
      <div className="work-actions">{actions}</div>
    </li>
  );
}

/** A named group with its count; nothing at all when it is empty and has no words for that. */
export function WorkList({ title, count, note, empty, children }: { title: string; count: number; note?: ReactNode; empty?: ReactNode; children: ReactNode }) {
  if (count === 0 && !empty) return null;
  return (
    <section>
      <div className="group-head">
        <h2>{title}</h2>
        <span className="muted">{count}</span>
        {note ? <span className="small muted">{note}</span> : null}
      </div>
      {count === 0 ? <p className="muted medium">{empty}</p> : <ul className="work">{children}</ul>}
    </section>
  );
}
