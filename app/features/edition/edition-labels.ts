/** What every table of an edition carries beside its rows: which edition, of what, known when. */
import { kyivDateOf } from "~/domain/dates";
import { readingLabels } from "~/features/report/reading-labels";
import { fileNameOf, type ReportLabel } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { PreparationRecord } from "~db/queries/editions";

/** How a file of an edition is called: by its code, before release by plan and period. */
export const editionFileName = ({ release, planCode, periodKey }: PreparationRecord, table: string): string =>
  `${fileNameOf(release?.code ?? `${planCode}-${periodKey}`)}-${table}`;

export function editionLabels({ planCode, versionNo, inForceFrom, periodKey, basis, rulesVersion, knownAt, ceiling, release }: PreparationRecord, { t }: Words): ReportLabel[] {
  const labels = readingLabels({ planCode, versionNo, inForceFrom, periodKey, basis, rulesVersion, cutOff: kyivDateOf(knownAt), knownAt, ceiling, includesProvisional: false }, t);
  return release === null ? labels : [...labels, { key: "edition", label: t("edition.title"), value: `${release.code} (${release.no})` }];
}
