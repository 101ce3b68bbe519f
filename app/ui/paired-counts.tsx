/** Counts of one query side by side; full and partial never in one number. */
interface CountPair {
  /** printed figure: "46", "74,5 %" */
  value: string;
  label: string;
}

export function PairedCounts({ pairs }: { pairs: readonly CountPair[] }) {
  return (
    <dl className="pairs">
      {pairs.map((pair) => (
        <div key={pair.label}>
          <dt>{pair.label}</dt>
          <dd>{pair.value}</dd>
        </div>
      ))}
    </dl>
  );
}
