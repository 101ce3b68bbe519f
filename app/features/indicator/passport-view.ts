/** The passport in words: what is measured, by whom, from what to what; and what it lacks. Pure. */
import { HUNDRED, toDecimal } from "~/domain/exact";
import type { Id, IndicatorFact, LocalText, MeasureFact } from "~/domain/facts";
import { leadOf } from "~/domain/structure";
import { fullName } from "~/features/plan/print-measure";
import { chooseText } from "~/i18n/choose-text";
import type { Words } from "~/i18n/words";
import type { AgencyLabel } from "~db/queries/plan-facts";
import type { Passport } from "~db/queries/plan-structure";
import type { PassportWarning } from "./passport-warnings";
import { printContent, printTarget, shortPeriod, unitWord } from "./print-content";

export interface PassportView {
  warnings: string[];
  rows: { label: string; value: string | LocalText }[];
}

interface PassportInput {
  indicator: IndicatorFact;
  measure: MeasureFact | null;
  passport: Passport;
  agencies: ReadonlyMap<Id, AgencyLabel>;
  warnings: readonly PassportWarning[];
  /** false where not all the measure's indicators may be seen: one weight tells that there are others (rule 18) */
  showsWeight: boolean;
}

export function passportView(input: PassportInput, words: Words): PassportView {
  const { indicator, passport } = input;
  const { t, print } = words;
  const row = (label: string, value: string | LocalText | null) => (isBlank(value) ? [] : [{ label, value: value as string | LocalText }]);
  const baseline = indicator.baseline;
  return {
    warnings: input.warnings.map((warning) => warningWords(warning, words)),
    rows: [
      ...row(t("indicator.definition"), passport.definition),
      ...row(t("indicator.numerator"), passport.numerator),
      ...row(t("indicator.denominator"), passport.denominator),
      ...row(t("indicator.kind"), t(`statuses.kind.${indicator.kind ?? "output"}`)),
      ...row(t("indicator.valueType"), valueTypeWords(indicator, words)),
      ...row(t("indicator.unit"), unitWord(indicator, passport.unit, print) ?? t("common.noUnit")),
      ...row(t("indicator.frequency"), t(`statuses.frequency.${indicator.frequency}`)),
      ...row(t("indicator.responsible"), responsible(input, words)),
      ...row(t("indicator.dataSource"), passport.dataSource),
      ...row(t("indicator.territorialScope"), scopeWords(passport.territorialScope, words)),
      ...row(t("indicator.baseline"), baseline?.content == null ? null : baselineWords(input, words)),
      ...row(t("indicator.targets"), targetsWords(indicator, passport.unit, words)),
      ...row(t("indicator.totalTarget"), indicator.totalTarget === null ? null : printContent({ kind: "number", value: indicator.totalTarget }, indicator, passport.unit, words).main),
      ...row(t("indicator.stages"), indicator.stages.map((stage) => `${stage.no}. ${chooseText(stage.label, print.language).text || stage.code}`).join("; ")),
      ...row(t("indicator.profile"), indicator.quarterShares === null ? null : indicator.quarterShares.map((share) => print.number(toDecimal(share.mul(HUNDRED)) ?? "0")).join(" · ") + "\u00a0%"),
      ...row(t("indicator.weight"), indicator.weight === null || !input.showsWeight ? null : print.number(toDecimal(indicator.weight) ?? "0")),
      ...row(t("indicator.remark"), passport.note),
    ],
  };
}

const isBlank = (value: string | LocalText | null): boolean => value === null || value === "" || (typeof value === "object" && !value.uk && !value.en);

function valueTypeWords({ valueType, direction, aggregation }: IndicatorFact, { t }: Words): string {
  return [t(`statuses.valueType.${valueType}`), direction === null ? null : t(`statuses.direction.${direction}`), aggregation === null ? null : t(`statuses.aggregation.${aggregation}`)]
    .filter((part) => part !== null).join(", ");
}

/** The bodies that owe a part each, else the one responsible, else the lead of the measure. */
function responsible({ indicator, measure, agencies }: PassportInput, words: Words): string | null {
  if (indicator.reporterIds.length > 0) {
    return words.t("indicator.reportedByEach", { bodies: indicator.reporterIds.map((id) => fullName(agencies, id, words)).join(", ") });
  }
  const id = indicator.responsibleAgencyId ?? (measure === null ? null : (leadOf(measure)?.agencyId ?? null));
  return id === null ? null : fullName(agencies, id, words);
}

function scopeWords(scope: string | null, { t }: Words): string | null {
  if (scope === "national" || scope === "border_section" || scope === "crossing_point") return t(`indicator.scope.${scope}`);
  return scope;
}

function baselineWords({ indicator, passport }: PassportInput, words: Words): string | null {
  const { baseline } = indicator;
  if (baseline?.content == null) return null;
  const { main, parts } = printContent(baseline.content, indicator, passport.unit, words);
  const when = baseline.on !== null ? words.print.date(baseline.on) : baseline.year === null ? null : String(baseline.year);
  const basis = basisWords(baseline.basis, words);
  const comment = chooseText(passport.baselineComment, words.print.language).text;
  return [[main, parts === null ? null : `(${parts})`].filter(Boolean).join(" "), when, basis, comment, passport.baselineSource].filter(Boolean).join(", ");
}

function basisWords(basis: string | null, { t }: Words): string | null {
  switch (basis) {
    case "found":
    case "published":
    case "illustrative":
    case "document":
    case "agency":
    case "computed":
      return t(`indicator.basis.${basis}`);
    default:
      return null;
  }
}

/** "78 · 86 · 93 % (2026–2028)" where each year has its own; else each with its date. */
function targetsWords(indicator: IndicatorFact, unit: LocalText | null, words: Words): string {
  const { t, print } = words;
  return indicator.targets.map((target) => {
    const when = target.periodKey !== null ? shortPeriod(target.periodKey, print) : target.by !== null ? t("indicator.targetBy", { date: print.date(target.by) }) : t("indicator.openTargetCaption");
    return `${when}: ${printTarget(target, indicator, unit, words)}`;
  }).join("; ");
}

function warningWords(warning: PassportWarning, { t, print }: Words): string {
  switch (warning.code) {
    case "target_below_baseline":
    case "target_above_baseline":
    case "after_deadline":
      return t(`indicator.warning.${warning.code}`, { period: warning.periods.map((key) => shortPeriod(key, print)).join(", ") });
    case "target_disputed":
      return t("indicator.warning.target_disputed", { period: warning.period === null ? "" : shortPeriod(warning.period, print), text: chooseText(warning.text, print.language).text });
    case "weights_not_one":
      return t("indicator.warning.weights_not_one", { sum: print.number(warning.sum) });
    default:
      return t(`indicator.warning.${warning.code}`);
  }
}
