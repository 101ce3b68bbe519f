/**
 * Why a value that should be there is not, for page, file and formula alike: what was sent and waits for verification
 * is not "not reported" (rules 6 and 10 i).
 */
import type { ReasonCode } from "~/domain/facts";
import type { Actual, MissingPart } from "~/domain/reading";
import type { Translate } from "~/i18n/catalogue";

export type WhyMissing = ReasonCode | "awaiting_verification";

/** Of one missing part. Including provisional, what waits counts already: its own reason is told. */
export const whyMissing = ({ reason, awaiting }: Pick<MissingPart, "reason" | "awaiting">, includesProvisional: boolean): WhyMissing =>
  awaiting && !includesProvisional ? "awaiting_verification" : reason;

/** Of a whole period: what nobody sent comes before what only waits, a missing part before an excused one. */
export function whyNoValue({ missing, excludedParts }: Pick<Actual, "missing" | "excludedParts">, includesProvisional: boolean): WhyMissing | null {
  const part = missing.find(({ awaiting }) => !awaiting) ?? missing[0];
  return part === undefined ? (excludedParts[0]?.reason ?? null) : whyMissing(part, includesProvisional);
}

export const reasonWord = (why: WhyMissing, t: Translate): string =>
  why === "awaiting_verification" ? t("statuses.awaitsVerification") : t(`statuses.reason.${why}`);
