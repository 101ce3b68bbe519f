import { seedNumber } from "../seed-id";

const GOOD = [
  "Роботи виконуються за графіком; дані звірено з первинним обліком.",
  "Показник зростає відповідно до плану, відхилень немає.",
  "Завершено заходи, заплановані на цей період; наступний етап розпочато.",
  "Work goes to schedule; the figures were reconciled with the primary records.",
];
const SLOW = [
  "Темп нижчий за очікуваний: поставку обладнання перенесено на наступний квартал.",
  "Частину робіт відкладено через тривалі процедури закупівлі.",
  "Роботи відстають: підрядник відновив діяльність лише в другій половині періоду.",
  "Procurement took longer than planned; the rest moves to the next quarter.",
];
const OBSTACLES = ["procurement", "money", "coordination", "staff", "security"] as const;

export interface Told {
  narrative: string | null;
  obstacle: string | null;
  willMeet: "yes" | "doubtful" | "no";
}

/** What the body says beside the value; by the pace of the indicator, every second value has a narrative. */
export function told(pace: number, ...names: string[]): Told {
  const isSlow = pace < 900;
  const texts = isSlow ? SLOW : GOOD;
  const speaks = isSlow || seedNumber(2, "speaks", ...names) === 0;
  return {
    narrative: speaks ? (texts[seedNumber(texts.length, "narrative", ...names)] ?? null) : null,
    obstacle: isSlow ? (OBSTACLES[seedNumber(OBSTACLES.length, "obstacle", names[0] ?? "")] ?? null) : null,
    willMeet: pace >= 900 ? "yes" : pace >= 600 ? "doubtful" : "no",
  };
}

/** A list of the kind bodies attach. */
export const CROSSING_POINTS_CSV = [
  "section;road_crossing_points;with_shared_data_set",
  "PL;14;9", "SK;5;3", "HU;8;5", "RO;12;7", "MD;75;37", "",
].join("\r\n");
