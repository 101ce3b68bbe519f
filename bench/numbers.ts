/** Middle of the values; of an even number the lower of the two in the middle, so that it is one that was measured. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** The smallest value that at least this per cent of the values do not exceed; NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** "9,260", "12.4", "0.43": three digits that say something. */
export function printed(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
