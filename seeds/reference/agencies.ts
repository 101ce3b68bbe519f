import type { Insertable } from "kysely";
import { foldAlias } from "../../app/domain/agency-alias";
import type { DB } from "../../db/schema";
import type { Rows } from "../acts";
import { seedId } from "../seed-id";
import { strategyFile, type Words } from "../source-files";

export const agencyId = (code: string) => seedId("agency", code);

interface DatedName {
  from: string;
  to: string | null;
  name: Words;
  abbr: Words;
}

const EVER = "1991-08-24";

/** Names a body bore before today's; documents of the time are read by them. */
const EARLIER_NAMES: Record<string, DatedName[]> = {
  MCTD: [
    {
      from: EVER,
      to: "2022-12-31",
      name: { uk: "Міністерство інфраструктури України", en: "Ministry of Infrastructure of Ukraine" },
      abbr: { uk: "Мінінфраструктури", en: "MoI" },
    },
    {
      from: "2023-01-01",
      to: "2024-09-09",
      name: {
        uk: "Міністерство розвитку громад, територій та інфраструктури України",
        en: "Ministry for Communities, Territories and Infrastructure Development of Ukraine",
      },
      abbr: { uk: "Мінвідновлення", en: "MCTID" },
    },
  ],
  SARDI: [
    {
      from: EVER,
      to: "2022-12-31",
      name: { uk: "Державне агентство автомобільних доріг України", en: "State Road Agency of Ukraine" },
      abbr: { uk: "Укравтодор", en: "Ukravtodor" },
    },
  ],
};

const CURRENT_SINCE: Record<string, string> = { MCTD: "2024-09-10", SARDI: "2023-01-01" };
const CURRENT_NAME: Record<string, Words> = {
  MCTD: {
    uk: "Міністерство розвитку громад та територій України",
    en: "Ministry for Communities and Territories Development of Ukraine",
  },
};

/** Spellings met in plan documents, beside those the strategy file lists. */
const FURTHER_ALIASES: [code: string, alias: string, to: string | null][] = [
  ["FIS", "Служба зовнішньої розвідки", null],
  ["SCS", "Держмитслужба України", null],
  ["MOJ", "Міністерство юстиції", null],
  ["UZ", "АТ «Укрзалізниця»", null],
  ["AFU", "Збройні Сили України", null],
  ["GOCEI", "Урядовий офіс координації європейської та євроатлантичної інтеграції Секретаріату Кабінету Міністрів України", null],
  ["OSA", "облдержадміністрації прикордонних областей", null],
  ["VRU", "Апарат Верховної Ради", null],
];

/** Bodies with dated names; official names and abbreviations count as aliases. Some bodies approve before sending. */
export function agencyRows(): Rows {
  const rows: Required<Pick<Rows, "agency" | "agency_name">> & { agency_alias: Insertable<DB["agency_alias"]>[] } = {
    agency: [], agency_name: [], agency_alias: [],
  };
  const listed = strategyFile().agencies.map((each) => ({
    code: each.code, kind: each.type, byConsent: each.participates_by_consent, canLead: each.can_lead,
    name: CURRENT_NAME[each.code] ?? each.name, abbr: each.abbr, aliases: each.aliases,
  }));
  for (const each of listed) {
    const id = agencyId(each.code);
    const names: DatedName[] = [
      ...(EARLIER_NAMES[each.code] ?? []),
      { from: CURRENT_SINCE[each.code] ?? EVER, to: null, name: each.name, abbr: each.abbr },
    ];
    rows.agency.push({
      id, code: each.code, kind: each.kind, by_consent: each.byConsent, can_lead: each.canLead, needs_approval: each.code === "SMS",
    });
    for (const { from, to, name, abbr } of names) {
      rows.agency_name.push({
        agency_id: id, from_on: from, to_on: to, name_uk: name.uk, name_en: name.en, abbr_uk: abbr.uk, abbr_en: abbr.en,
      });
    }
    const official = names.flatMap(({ from, to, name, abbr }) =>
      [name.uk, name.en, abbr.uk, abbr.en].map((text) => ({ text, from: from === EVER ? null : from, to })),
    );
    const seen = FURTHER_ALIASES.filter(([code]) => code === each.code).map(([, text, to]) => ({ text, from: null, to }));
    rows.agency_alias.push(...aliasRows(id, [...official, ...each.aliases, ...seen]));
  }
  return rows;
}

/** One row a folded spelling: the first writing met is kept, an undated one before a dated one. */
function aliasRows(agency: string, aliases: { text: string; from: string | null; to: string | null }[]): Insertable<DB["agency_alias"]>[] {
  const kept = new Map<string, Insertable<DB["agency_alias"]>>();
  for (const { text, from, to } of aliases) {
    const norm = foldAlias(text);
    if (kept.has(norm)) continue;
    kept.set(norm, { id: seedId("agency_alias", agency, norm), agency_id: agency, alias: text, alias_norm: norm, from_on: from, to_on: to });
  }
  return [...kept.values()];
}
