import { strictest } from "~/domain/access";
import { DomainError } from "~/domain/errors";
import type { AccessLevel } from "~/domain/facts";
import { can, type Actor } from "~/domain/permissions";
import type { Db } from "~db/client.server";
import { findContent, readText } from "~db/queries/content";
import { findEvidence } from "~db/queries/evidence";
import { recordRestrictedRead } from "../audit/record-restricted-read.server";
import { accessOf } from "./measurement-facts.server";
import { openMeasurement } from "./open-measurement.server";

type EvidenceFile = { name: string; mediaType: string; body: Buffer } | { purged: { actNo: string; actOn: string } };

/**
 * The file of an evidence for who may download it: its level, its value's and its indicator's hold together. A reading
 * of a restricted one is logged. Throws not_found; a purged file gives the act it was removed under.
 */
export async function getEvidenceFile(db: Db, actor: Actor, now: string, evidenceId: string): Promise<EvidenceFile> {
  const evidence = await findEvidence(db, evidenceId);
  if (evidence === undefined || evidence.file_digest === null) throw new DomainError("not_found");
  const open = await openMeasurement(db, actor, now, evidence.measurement_id, "view_value");
  const version = open.facts.versions.find((each) => each.no === evidence.no) ?? null;
  const access = strictest(open.context.access, accessOf(version), evidence.access as AccessLevel);
  const permission = can(actor, "download_evidence", { ...open.subject, access });
  if (!permission.ok) throw new DomainError("not_found");
  const content = await findContent(db, evidence.file_digest);
  if (content === null) throw new DomainError("not_found");
  if (access === "restricted") await recordRestrictedRead(db, actor, now, { evidenceId });
  if ("purged" in content) return content;
  const title = await readText(db, evidence.title_digest);
  return { name: title !== null && "text" in title ? title.text : `evidence-${evidenceId}`, mediaType: content.mediaType, body: content.body };
}
