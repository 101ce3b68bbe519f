import type { Rows } from "../acts";

/** The first rules version: thresholds in per cent, bands half-open from below, the top one closed (rules 11, 12 and 16). */
export function methodRows(at: string): Rows {
  return {
    method_version: [
      {
        no: 1,
        thresholds: JSON.stringify({ coverage_withheld_below: 50, coverage_final_from: 80, partial_from: 50 }),
        bands: JSON.stringify([0, 25, 50, 75, 100]),
        in_force_from: "2019-01-01",
        decision_ref: "0006-roll-up-in-one-place",
        recorded_at: at,
      },
    ],
  };
}

const SETTINGS: Record<string, string | number | boolean> = {
  due_on_non_working_day: "stays",
  restricted_content: "reference_only",
  right_of_reply_days: 14,
  review_days: 30,
  quarterly_due_days: 15,
};

export function settingRows(at: string): Rows {
  return { setting: Object.entries(SETTINGS).map(([key, value]) => ({ key, value: JSON.stringify(value), recorded_at: at })) };
}
