/** Stacked bar of parts of one whole, with its sentence; the legend or table beside it carries the words. */
import type { ReactNode } from "react";

type PartTone = "done" | "part" | "prog" | "todo" | "fail" | "susp" | "cant" | "gone";

interface BarPart {
  label: string;
  count: number;
  tone: PartTone;
}

interface StackedBarProps {
  parts: readonly BarPart[];
  /** what the parts add up to, in words: "із 46 заходів"; closes the sentence */
  of?: string;
  height?: number;
}

/** Parts are drawn by their counts (geometry only: printed shares come from the domain, rule 13). */
export function StackedBar({ parts, of, height = 18 }: StackedBarProps) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const sentence = parts.filter((part) => part.count > 0).map((part) => `${part.label} ${part.count}`).join(", ");
  let before = 0;
  return (
    <svg className="stacked-bar" height={height} role="img" aria-label={of ? `${sentence}; ${of}` : sentence || "0"}>
      {total === 0 ? <rect className="part-todo" x="0" y="0.5" width="100%" height={height - 1} /> : null}
      {parts.map((part, index) => {
        const x = before;
        before += part.count;
        return part.count === 0 || total === 0 ? null : (
          <rect key={index} className={`part-${part.tone}`} x={share(x, total)} y="0.5" width={share(part.count, total)} height={height - 1} />
        );
      })}
    </svg>
  );
}

const share = (count: number, total: number) => `${Math.round((count / total) * 10_000) / 100}%`;

/** Legend line: a swatch or a bare tag and its words. */
export function Legend({ items }: { items: readonly ReactNode[] }) {
  return <ul className="legend">{items.map((item, index) => <li key={index}>{item}</li>)}</ul>;
}

/** Swatch of the honest bar for a legend. */
export function BarSwatch({ kind }: { kind: "known" | "unknown" | "empty" | "coverage" }) {
  return (
    <svg width="16" height="12" aria-hidden="true" focusable="false">
      {kind === "known" ? <rect className="bar-known" width="16" height="12" /> : null}
      {kind === "unknown" ? <rect className="bar-unknown" width="16" height="12" /> : null}
      {kind === "empty" ? <rect className="bar-track" x=".5" y=".5" width="15" height="11" /> : null}
      {kind === "coverage" ? <rect className="bar-coverage" y="5" width="16" height="3" /> : null}
    </svg>
  );
}
