/**
 * The marks, drawn once a page and used by name. Every mark stands beside its word, so it is hidden from
 * screen readers; a shape alone never says anything.
 */
import type { ReactNode } from "react";

const SHAPES = {
  done: (
    <>
      <path fill="currentColor" fillRule="evenodd" d="M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Zm3.6 4.2L6.9 9.4 4.6 7.1 3.2 8.5l3.7 3.7L13 6.1Z"/>
    </>
  ),
  partial: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2"/>
      <path fill="currentColor" d="M8 2a6 6 0 0 0 0 12Z"/>
    </>
  ),
  progress: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2"/>
      <path fill="currentColor" d="M6.3 4.6 11.6 8l-5.3 3.4Z"/>
    </>
  ),
  todo: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2"/>
    </>
  ),
  fail: (
    <>
      <path fill="currentColor" fillRule="evenodd" d="M1 1h14v14H1Zm4.6 3L4 5.6 6.4 8 4 10.4 5.6 12 8 9.6l2.4 2.4 1.6-1.6L9.6 8 12 5.6 10.4 4 8 6.4Z"/>
    </>
  ),
  suspended: (
    <>
      <path fill="currentColor" d="M3 2h3.6v12H3ZM9.4 2H13v12H9.4Z"/>
    </>
  ),
  cannot: (
    <>
      <path fill="none" stroke="currentColor" strokeWidth="1.6" d="M8 1 15 8 8 15 1 8Z"/>
      <path fill="none" stroke="currentColor" strokeWidth="1.7" d="M6.1 6.6C6.2 4.6 9.9 4.7 9.8 6.7 9.7 8 8 8 8 9.4"/>
      <circle cx="8" cy="11.4" r="1" fill="currentColor"/>
    </>
  ),
  gone: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.6"/>
      <path stroke="currentColor" strokeWidth="2" d="M3.5 12.5 12.5 3.5"/>
    </>
  ),
  "no-data": (
    <>
      <rect x="1.5" y="3.5" width="13" height="9" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 1.8"/>
      <path stroke="currentColor" strokeWidth="1.6" d="M5.5 8h5"/>
    </>
  ),
  restricted: (
    <>
      <path fill="currentColor" d="M3 7h10v8H3Z"/>
      <path fill="none" stroke="currentColor" strokeWidth="1.8" d="M5 7V5a3 3 0 0 1 6 0v2"/>
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5"/>
      <path fill="none" stroke="currentColor" strokeWidth="1.5" d="M8 4v4l3 2"/>
    </>
  ),
  provisional: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2"/>
    </>
  ),
  overdue: (
    <>
      <path fill="currentColor" fillRule="evenodd" d="M8 1 15.5 15H.5Zm-.9 5v4.6h1.8V6Zm0 5.6v1.8h1.8v-1.8Z"/>
    </>
  ),
  late: (
    <>
      <path fill="none" stroke="currentColor" strokeWidth="1.6" d="M8 2 14.6 14H1.4Z"/>
    </>
  ),
  check: (
    <>
      <path fill="none" stroke="currentColor" strokeWidth="2" d="m2.5 8.5 3.6 3.6 7.4-8"/>
    </>
  ),
  up: (
    <>
      <path fill="currentColor" d="M8 2 15 13H1Z"/>
    </>
  ),
  level: (
    <>
      <path fill="currentColor" d="M1 5h14v6H1Z"/>
    </>
  ),
  down: (
    <>
      <path fill="currentColor" d="M8 14 1 3h14Z"/>
    </>
  ),
  document: (
    <>
      <path fill="none" stroke="currentColor" strokeWidth="1.4" d="M3 1.7h6.5L13 5.2v9.1H3ZM9.3 2v3.4h3.4"/>
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" aria-hidden="true" focusable="false">
      <use href={`#icon-${name}`} />
    </svg>
  );
}

/** The marks and the patterns of bars and gaps; stands once at the head of the body. */
export function Sprite() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="pattern-unknown" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="pattern-ground" width="6" height="6" />
          <line className="pattern-unknown" x1="1" x2="1" y1="0" y2="6" />
        </pattern>
        <pattern id="pattern-suspended" width="7" height="7" patternUnits="userSpaceOnUse">
          <rect className="pattern-ground" width="7" height="7" />
          <line className="pattern-suspended" x1="2" x2="2" y1="0" y2="7" />
        </pattern>
        <pattern id="pattern-cannot" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="pattern-ground" width="6" height="6" />
          <circle className="pattern-cannot" cx="2" cy="2" r="1.4" />
        </pattern>
        {Object.entries(SHAPES).map(([name, shape]) => (
          <symbol key={name} id={`icon-${name}`} viewBox="0 0 16 16">
            {shape}
          </symbol>
        ))}
      </defs>
    </svg>
  );
}
