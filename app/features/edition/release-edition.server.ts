import { editionChanges } from "~/domain/edition-changes";
import { partIds } from "~/domain/edition-input";
import { editionCode } from "~/domain/edition-code";
import { DomainError } from "~/domain/errors";
import type { Instant } from "~/domain/dates";
import { differences } from "~/domain/differences";
import { can, type Actor } from "~/domain/permissions";
import { publishPages } from "~/features/public-site/publish-pages.server";
import type { Db, Trx } from "~db/client.server";
import { currentHead } from "~db/queries/audit";
import { contentDigest } from "~db/queries/content";
import { listCorrectionReasons } from "~db/queries/edition-facts";
import { findLatestEdition, findPreparation, insertEdition, isCodeTaken, type EditionRecord, type PreparationRecord } from "~db/queries/editions";
import { inTransaction, isKeyTaken } from "~db/transaction.server";
import { figuresOf } from "./draft-edition.server";
import { getEditionFacts, type EditionFacts } from "./edition-facts.server";

/**
 * Releases what somebody else prepared: nobody undoes it, a correction is a new edition. `challengesRead`: the releaser
 * says so. Returns the edition's code. Throws not_found, also for a preparation of another plan, the refusal (own_preparation), already_decided for the second of two,
 * cut_off_overtaken when a later cut-off was released meanwhile, input_changed when the facts at the cut-off are not the
 * prepared ones.
 */
export async function releaseEdition(db: Db, actor: Actor, now: Instant, { planCode, preparationId }: { planCode: string; preparationId: string; challengesRead: true }): Promise<string> {
  try {
    return await inTransaction(db, { actorId: actor.userId, action: "release_edition", now }, async (trx) => {
      const prepared = await findPreparation(trx, preparationId);
      if (prepared === null || prepared.planCode !== planCode) throw new DomainError("not_found");
      const permission = can(actor, "release_edition", { access: prepared.ceiling, preparedById: prepared.preparedBy.id });
      if (!permission.ok) throw new DomainError(permission.reason);
      const code = await writeRelease(trx, prepared, { by: actor.userId, now });
      if (prepared.ceiling === "public") await publishPages(trx, { editionId: prepared.id });
      return code;
    });
  } catch (error) {
    if (isKeyTaken(error)) throw new DomainError("already_decided");
    throw error;
  }
}

/** The release itself without its pages, once somebody may; seeds tell of it too. */
export async function writeRelease(trx: Trx, prepared: PreparationRecord, { by, now }: { by: string; now: Instant }): Promise<string> {
  if (prepared.release !== null) throw new DomainError("already_decided");
  const before = await findLatestEdition(trx, prepared);
  if (before !== null && before.knownAt > prepared.knownAt) throw new DomainError("cut_off_overtaken", { code: before.release.code });
  const read = await getEditionFacts(trx, prepared);
  const figures = figuresOf(read);
  if (read.inputHash !== prepared.inputHash || differences(prepared.figures, figures).length > 0) throw new DomainError("input_changed");
  const no = (before?.release.no ?? 0) + 1;
  const code = await freeCode(trx, [prepared.planCode, prepared.periodKey, prepared.ceiling, String(no), prepared.inputHash]);
  const reasons = before === null ? new Map<string, string>() : await listCorrectionReasons(trx, prepared.planId, prepared.knownAt);
  const changes = before && editionChanges({ id: before.id, no: before.release.no, code: before.release.code }, before, prepared, reasons, accessOf(read, before));
  const head = await currentHead(trx);
  const { id, planId, periodKey, ceiling } = prepared;
  await insertEdition(trx, { id, planId, periodKey, ceiling, no, code, changes, audit: { seq: head?.seq ?? 0, head: head?.hash ?? "0".repeat(64) }, releasedBy: by, now });
  return code;
}

/** Parts that the plan has and the edition does not show; parts that the edition before could have shown. */
function accessOf({ input, cut, answer }: EditionFacts, before: EditionRecord) {
  const idsOf = (planVersionId: string) => new Set(input.versions.filter((version) => version.planVersionId === planVersionId).flatMap(partIds));
  const shown = new Set(cut.versions.flatMap(({ structure }) => partIds(structure)));
  const [read, was] = [idsOf(answer.version.structure.planVersionId), idsOf(before.figures.planVersionId)];
  return { isClosed: (id: string) => read.has(id) || !shown.has(id), wasInPlan: (id: string) => was.has(id) };
}

/** The same edition gets the same code; where another has it, the next one of the row. */
async function freeCode(trx: Trx, names: readonly string[]): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const code = editionCode(contentDigest([...names, String(attempt)].join("\n")));
    if (!(await isCodeTaken(trx, code))) return code;
  }
}
