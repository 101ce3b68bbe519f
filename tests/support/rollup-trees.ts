/** Small trees for the roll-up: leaves by their share, branches by their children. */
import { exact } from "~/domain/exact";
import type { RollupInput, RollupLeaf } from "~/domain/rollup";

const weightOf = (weight: string | null) => (weight === null ? null : exact(weight));
const indicator = (id: string, weight: string | null, leaf: RollupLeaf): RollupInput => ({ id, kind: "indicator", weight: weightOf(weight), leaf, children: [] });

export const leaf = (id: string, share: string, weight: string | null = null) =>
  indicator(id, weight, { state: "known", share: exact(share), reported: true, verified: true, missing: [] });

export const missingLeaf = (id: string, weight: string | null = null) =>
  indicator(id, weight, {
    state: "missing", reported: false, verified: false,
    missing: [{ indicatorId: id, agencyId: "SBGS", periodKey: "2026", reason: "not_reported", awaiting: false }],
  });

export const suspendedLeaf = (id: string, weight: string | null = null) => indicator(id, weight, { state: "excluded", exclusion: "suspended" });
export const notYetDueLeaf = (id: string, weight: string | null = null) => indicator(id, weight, { state: "not_yet_due" });

export const branch = (id: string, children: RollupInput[], weight: string | null = null): RollupInput => ({
  id, kind: "node", weight: weightOf(weight), leaf: null, children,
});
