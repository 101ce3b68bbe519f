/**
 * Accounts of a demonstration: roles, never persons. Plain data, so that the ready line and the sign-in page may print
 * them without touching the data base.
 */
export interface DemoAccount {
  login: string;
  name: { uk: string; en: string };
  /** role code and the body it is held for */
  grants: { role: string; agency: string | null }[];
  ceiling: "public" | "internal" | "restricted";
  language: "uk" | "en";
}

/** One password for all of them; a demonstration guards nothing. */
export const DEMO_PASSWORD = "demo-2026-kordon";

const focal = (login: string, agency: string, uk: string, en: string, ceiling: DemoAccount["ceiling"]): DemoAccount => ({
  login, ceiling, language: "uk", grants: [{ role: "focal_point", agency }],
  name: { uk: `Відповідальна особа, ${uk}`, en: `Focal point, ${en}` },
});
const evaluator = (login: string, agency: string, uk: string, en: string, ceiling: DemoAccount["ceiling"], language: "uk" | "en"): DemoAccount => ({
  login, ceiling, language, grants: [{ role: "evaluator", agency }],
  name: { uk: `Оцінювач, ${uk}`, en: `Evaluator, ${en}` },
});

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    login: "coordinator", ceiling: "restricted", language: "uk", grants: [{ role: "coordinator", agency: "SBGS" }],
    name: { uk: "Координатор, ДПСУ", en: "Coordinator, SBGS" },
  },
  focal("focal.sbgs", "SBGS", "ДПСУ", "SBGS", "restricted"),
  focal("focal.scs", "SCS", "Держмитслужба", "SCS", "internal"),
  focal("focal.mctd", "MCTD", "Мінрозвитку", "MCTD", "internal"),
  focal("focal.mia", "MIA", "МВС", "MIA", "internal"),
  focal("focal.sms", "SMS", "ДМС", "SMS", "internal"),
  {
    login: "approver.sms", ceiling: "internal", language: "uk", grants: [{ role: "agency_approver", agency: "SMS" }],
    name: { uk: "Особа, що затверджує подання, ДМС", en: "Agency approver, SMS" },
  },
  focal("focal.mfa", "MFA", "МЗС", "MFA", "internal"),
  focal("focal.npu", "NPU", "Нацполіція", "NPU", "internal"),
  evaluator("evaluator.mia", "MIA", "МВС", "MIA", "restricted", "uk"),
  evaluator("evaluator.scmu", "SCMU", "СКМУ", "SCMU", "restricted", "uk"),
  evaluator("evaluator.icmpd", "ICMPD", "ICMPD", "ICMPD", "internal", "en"),
  {
    login: "leadership", ceiling: "internal", language: "uk", grants: [{ role: "leadership", agency: "IWG" }],
    name: { uk: "Керівництво, МРГ", en: "Leadership, IWG" },
  },
  {
    login: "reader", ceiling: "public", language: "en", grants: [{ role: "reader", agency: null }],
    name: { uk: "Читач", en: "Reader" },
  },
  {
    login: "security", ceiling: "public", language: "uk", grants: [{ role: "security_administrator", agency: null }],
    name: { uk: "Адміністратор безпеки", en: "Security administrator" },
  },
  {
    login: "admin", ceiling: "public", language: "uk", grants: [{ role: "administrator", agency: null }],
    name: { uk: "Адміністратор", en: "Administrator" },
  },
];

/** Signs what came from past papers; has no password and no role, so nobody can sign in with it. */
export const PAST_RECORDS: DemoAccount = {
  login: "past.records", ceiling: "public", language: "uk", grants: [],
  name: { uk: "Перенесення архівних даних", en: "Transfer of past records" },
};
