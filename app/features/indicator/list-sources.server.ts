import type { Id } from "~/domain/facts";
import type { Db } from "~db/client.server";
import { readTexts } from "~db/queries/content";
import { listValueSources } from "~db/queries/value-history";

/** Where the values of indicators were published, or the document a restricted one stands in, by "measurement id/version". */
export async function listSources(db: Db, indicatorIds: readonly Id[], asOf: string): Promise<Map<string, string>> {
  const versions = await listValueSources(db, indicatorIds, asOf);
  const references = await readTexts(db, versions.map(({ referenceDigest }) => referenceDigest));
  return new Map(versions.flatMap(({ measurementId, no, source, referenceDigest }) => {
    const reference = referenceDigest === null ? undefined : references.get(referenceDigest);
    const words = source ?? (reference !== undefined && "text" in reference ? reference.text : null);
    return words === null ? [] : [[`${measurementId}/${no}`, words] as const];
  }));
}
