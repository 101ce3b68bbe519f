import type { SeriesModel } from "../../app/ui/series-model";

const verified = (date: string, value: string) => ({ date, value, provisional: false });

/** The share of passport control places with biometric checks: two plans, three years without reports between them. */
export const SERIES: SeriesModel = {
  title: "Ряд значень і цілі",
  unit: "%",
  lines: [
    {
      name: "план 2020–2022",
      from: "2019-12-01",
      points: [verified("2020-01-01", "52"), verified("2020-12-31", "58"), verified("2021-12-31", "63")],
      targets: [{ date: "2020-12-31", value: "60" }, { date: "2021-12-31", value: "66" }, { date: "2022-12-31", value: "70" }],
      baseline: { date: "2020-01-01", value: "52" },
    },
    {
      name: "план 2026–2030: нова серія, базове 71",
      from: "2025-12-01",
      points: [verified("2025-12-31", "71"), verified("2026-03-31", "73"), verified("2026-06-30", "74.5"), { date: "2026-09-30", value: "76", provisional: true }],
      targets: [{ date: "2026-12-31", value: "78" }, { date: "2027-12-31", value: "86" }, { date: "2029-12-31", value: "100" }],
      baseline: { date: "2025-12-31", value: "71" },
    },
  ],
  gaps: [{ from: "2022-02-24", to: "2025-11-30", reason: "Не збиралося, 2022–2024", detail: "порушення звітування від 24.02.2022" }],
  summary: "2021 року було 63 %. За 2022–2024 роки даних не збирали. Новий ряд почато з 71 % (2025), зараз 74,5 %.",
};
