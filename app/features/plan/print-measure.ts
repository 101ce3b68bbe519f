/** Who carries a measure out and when, in words. */
import type { Executor, Id, MeasureFact } from "~/domain/facts";
import { leadOf } from "~/domain/structure";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { AgencyLabel } from "~db/queries/plan-facts";

type Agencies = ReadonlyMap<Id, AgencyLabel>;

/** Short name of a body; its id never shows: an unknown one has a dash. */
export function abbreviation(agencies: Agencies, id: Id | null, { print }: Words): string {
  const agency = id === null ? undefined : agencies.get(id);
  return agency === undefined ? "—" : chooseText(agency.abbr, print.language).text;
}

export function fullName(agencies: Agencies, id: Id, { print }: Words): string {
  const agency = agencies.get(id);
  return agency === undefined ? "—" : chooseText(agency.name, print.language).text;
}

/** "ДПСУ; ДМСУ, МВС (за згодою)": the lead first, then the others in the plan's order. */
export function printExecutors(measure: MeasureFact, agencies: Agencies, words: Words): string {
  const lead = leadOf(measure);
  const others = measure.executors.filter((executor) => executor.role !== "lead");
  const name = (executor: Executor) => withConsent(abbreviation(agencies, executor.agencyId, words), executor, words);
  return [lead === null ? words.t("plan.noLead") : name(lead), others.map(name).join(", ")].filter((part) => part !== "").join("; ");
}

export const withConsent = (name: string, executor: Pick<Executor, "byConsent">, { t }: Words) =>
  executor.byConsent ? `${name} (${t("plan.byConsent")})` : name;

/** "з 01.01.2026 до 31.12.2028"; null where the plan gives no date. */
export function printRuns({ startsOn, dueOn }: Pick<MeasureFact, "startsOn" | "dueOn">, { t, print }: Words): string | null {
  if (startsOn !== null && dueOn !== null) return t("plan.runsFromTo", { from: print.date(startsOn), to: print.date(dueOn) });
  if (startsOn !== null) return t("plan.runsFrom", { from: print.date(startsOn) });
  return dueOn === null ? null : t("plan.runsTo", { to: print.date(dueOn) });
}
