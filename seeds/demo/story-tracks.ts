/**
 * How each indicator of the running plan moves. Illustrative, like the plan. `pace` in thousandths of what the plan
 * expects by the day (1000 = on the line, below 0 = away from it); `noise` in thousandths up and down.
 */
export interface Track {
  pace?: number;
  noise?: number;
  /** what a percentage is of: one number, or one a body */
  of?: number | Record<string, number>;
  /** shares of a flow in thousandths, by body */
  split?: Record<string, number>;
  /** values stated outright, one a period of the indicator's frequency, from the plan's first; the last one repeats */
  stated?: readonly number[];
  /** an annual value known before the year ends: month and day it was observed on */
  knownOn?: string;
}

export const TRACKS: Record<string, Track> = {
  "SO1.M2.I1": { pace: 450, noise: 60 },
  "SO1.M2.I2": { pace: -800, noise: 50 },
  // a survey held each September: below its floor of 90 in the first year
  "SO1.M5.I1": { of: 2400, stated: [88.6, 90.4, 92.8, 93.5, 94.2], knownOn: "09-30" },
  "SO1.M1.I1": { of: 114, pace: 1100 },
  "SO1.M1.I2": { pace: 900 },
  "SO1.M2.I3": { of: 41_000, noise: 40 },
  "SO1.M3.I1": { pace: 700 },
  "SO1.M3.I2": { pace: 400 },
  "SO1.M4.I1": { pace: 1000 },
  "SO1.M4.I2": { of: 114, pace: 900 },
  "SO1.M5.I2": { noise: 150 },
  "SO2.M2.I1": { pace: 1100 },
  "SO3.M1.I1": { stated: [-9, -12, -7, -11, -4, -2, -6, -10, -13, -8, -5, -9] },
  "SO3.M1.I2": { noise: 120 },
  "SO3.M2.I1": { noise: 140 },
  "SO3.M2.I2": { of: 640, pace: 950 },
  "SO3.M3.I1": { pace: 900 },
  "SO3.M4.I1": { of: 4200, pace: 850 },
  "SO3.M4.I2": { pace: 600 },
  "SO3.M5.I1": { of: 5200, pace: 1300, noise: 40 },
  "SO4.M1.I1": { pace: 1000 },
  "SO4.M1.I2": { stated: [1, 0, 1, 1, 1], knownOn: "03-27" },
  "SO4.M2.I1": { of: 40, pace: 1000 },
  "SO4.M2.I2": { stated: [5, 6, 6, 7, 7], knownOn: "06-15" },
  "SO4.M3.I1": { pace: 1000 },
  "SO4.M3.I2": { pace: 980, noise: 70 },
  "SO4.M3.I3": { pace: 1200 },
  "SO4.M4.I1": { pace: 600 },
  "SO4.M4.I2": { of: 210, pace: 800 },
  "SO5.M1.I1": { stated: [2, 2, 1, 2, 2] },
  "SO5.M1.I2": { of: 24, pace: 900 },
  "SO5.M1.I3": { pace: 700 },
  "SO5.M2.I1": { pace: 1150, split: { SBGS: 500, SCS: 300, NPU: 200 }, noise: 100 },
  "SO5.M3.I1": { pace: 1000 },
  "SO5.M3.I2": { pace: 500 },
  "SO5.M4.I1": { of: { SCS: 32, SBGS: 45 }, pace: 1000, noise: 30 },
  "SO5.M5.I1": { of: 410, stated: [97.8, 96.1, 97.4, 98.2, 98.5, 97.6, 98.3, 98.8] },
  "SO5.M5.I2": { of: { SBGS: 21_000, SCS: 9800, SMS: 4100 }, pace: 1000 },
  "SO6.M1.I1": { pace: 1000 },
  // stages: drafted, agreed in the autumn, submitted a year later, adopted in the third year
  "SO6.M1.I2": { stated: [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4] },
  "SO6.M3.I1": { pace: 1050, noise: 60 },
  "SO6.M3.I2": { stated: [5, 6, 7, 7, 7], knownOn: "05-20" },
  "SO6.M4.I1": { of: 60, pace: 950 },
  "SO6.M5.I1": { pace: 800 },
  "SO6.M5.I2": { of: 18, pace: 900 },
};
