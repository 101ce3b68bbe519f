/** Where an indicator stands, as a fact about data: nobody has judged yet, so the mark is never a filled one. */
import { useTranslation } from "react-i18next";
import type { ReasonCode } from "~/domain/facts";
import type { Exclusion } from "~/domain/reading";
import { FactTag, type FactCode } from "~/ui/status-tag";
import type { IndicatorState } from "./indicator-state";
import type { ValueRow } from "./value-rows";

const STATE_FACTS: Record<IndicatorState, FactCode> = {
  achieved: "verified",
  under_way: "not_yet_evaluated",
  awaiting_verification: "submitted",
  incomplete: "provisional",
  not_reported: "not_reported",
  not_assessable: "not_computable",
  suspended: "suspended",
  excluded: "not_computable",
  not_yet_due: "not_yet_due",
  not_due: "not_yet_due",
};

/** `period` is said where it is not the one the page is about. */
export function IndicatorStateTag({ state, bare, period = null, exclusion = null }: { state: IndicatorState; bare?: boolean; period?: string | null; exclusion?: Exclusion | null }) {
  const { t } = useTranslation();
  const word = state === "excluded" && exclusion !== null ? t(`plan.excludedAs.${exclusion}`) : t(`plan.state.${state}`);
  return <FactTag fact={STATE_FACTS[state]} bare={bare}>{period === null ? word : `${period}: ${word}`}</FactTag>;
}

const REASON_FACTS: Record<ReasonCode, FactCode> = {
  not_reported: "not_reported",
  dash_unclear: "no_data",
  no_data: "no_data",
  not_collected: "not_collected",
  lost: "no_data",
  not_applicable: "not_computable",
  cannot_exist: "not_computable",
  suspended: "suspended",
  restricted: "restricted",
};

/** State of one value, or why there is none. */
export function ValueStateTag({ state, words, reason }: { state: ValueRow["state"]; words: string; reason: ReasonCode | null }) {
  if (state === "missing" || state === "excluded") return <FactTag fact={REASON_FACTS[reason ?? "not_reported"]}>{words}</FactTag>;
  return <FactTag fact={state} bare={state === "verified"}>{words}</FactTag>;
}
