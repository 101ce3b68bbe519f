/** What did not go by the book: by indicator, body where it matters, and period of the plan's year (Y1 = its first). */
export type Twist =
  | { is: "missing" }
  | { is: "late"; days: number }
  | { is: "reason"; code: string; text: string }
  | { is: "waiting" }
  | { is: "returned"; reason: string; wrong: string; resentAfter: number | null }
  | { is: "corrected"; wrong: string; reason: string; after: number };

export const TWISTS: Record<string, Twist> = {
  "SO1.M1.I2@Y1Q3": { is: "missing" },
  "SO4.M4.I2@Y1Q3": { is: "missing" },
  "SO5.M1.I2@Y1Q2": { is: "missing" },
  // one body of three
  "SO5.M2.I1/NPU@Y1Q3": { is: "missing" },
  "SO5.M3.I2@Y1": { is: "missing" },
  "SO4.M4.I1@Y1Q2": { is: "late", days: 7 },
  "SO6.M1.I2@Y1Q1": { is: "late", days: 4 },
  "SO6.M4.I1@Y1": { is: "late", days: 9 },
  "SO3.M5.I1@Y1Q2": {
    is: "reason", code: "no_data",
    text: "Форму обліку оглядів замінено з 1 квітня; порівнянні дані за квартал буде відновлено разом із річним звітом.",
  },
  "SO3.M2.I1@Y1M05": { is: "reason", code: "not_collected", text: "У травні облік вели на папері через відключення електроенергії." },
  "SO3.M4.I2@Y1": { is: "reason", code: "no_data", text: "Eurostat had not published the year by the due date." },
  "SO1.M2.I3@Y1M08": {
    is: "returned", wrong: "52300", resentAfter: 6,
    reason: "Знаменник удвічі перевищує серпневі дані системи «єЧерга»: схоже, враховано два місяці. Прошу звірити.",
  },
  "SO4.M3.I3@last": {
    is: "returned", wrong: "same", resentAfter: null,
    reason: "Наростаючий підсумок не збігається з обліком навчальних заходів: додайте перелік груп за квартал або виправте значення.",
  },
  "SO3.M3.I1@Y1Q1": {
    is: "corrected", wrong: "14", after: 41,
    reason: "Дві команди завершили курс лише у квітні: їх перенесено до другого кварталу.",
  },
  "SO1.M1.I1@last": { is: "waiting" },
  "SO2.M2.I1@last": { is: "waiting" },
  "SO3.M3.I1@last": { is: "waiting" },
  "SO6.M1.I2@last": { is: "waiting" },
  "SO4.M3.I1@last": { is: "waiting" },
};

interface StoryDisruption {
  name: string;
  what: { uk: string; en: string };
  legalBasis: string;
  /** year of the plan and day; null = still on */
  from: [year: number, day: string];
  to: [year: number, day: string] | null;
  measure?: string;
  indicator?: string;
  effect: "pause" | "break";
}

export const DISRUPTIONS: readonly StoryDisruption[] = [
  {
    name: "demarcation",
    what: {
      uk: "Демаркаційні роботи зупинено: обстріли прикордонних громад і заборона польових робіт на ділянках.",
      en: "Demarcation works stopped: shelling of border communities and a ban on field work on the sections.",
    },
    legalBasis: "Указ Президента України № 64/2022",
    from: [1, "03-01"], to: null, measure: "SO6.M2", effect: "pause",
  },
  {
    name: "joint patrols",
    what: {
      uk: "Спільне патрулювання призупинено на час перекриття ділянки та перенесення спільних постів.",
      en: "Joint patrols paused while the section was closed and joint posts were moved.",
    },
    legalBasis: "Указ Президента України № 64/2022",
    from: [1, "05-01"], to: [1, "08-15"], measure: "SO6.M3", effect: "pause",
  },
  {
    name: "count of groups",
    what: {
      uk: "Змінено методику обліку викритих організованих груп: ряд починається наново.",
      en: "The way uncovered organised groups are counted changed: the series starts anew.",
    },
    legalBasis: "Спільний наказ МВС і ДПСУ про облік (ілюстративний)",
    from: [1, "07-01"], to: null, indicator: "SO3.M1.I2", effect: "break",
  },
];
