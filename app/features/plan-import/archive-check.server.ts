import { unzipSync } from "fflate";
import { DomainError } from "~/domain/errors";

/** What an Office document may unpack to, and into how many parts; an order with pictures stays far below both. */
export const ARCHIVE_LIMITS = { unpackedBytes: 200 * 1024 * 1024, parts: 5_000 };

/**
 * Looks at an archive's own list of parts before anything is unpacked: how large they say they are, and whether there are
 * macros among them. Throws DomainError plan_file_too_large, plan_file_macros; plan_file_damaged where there is no list.
 */
export function checkArchive(bytes: Uint8Array, limits = ARCHIVE_LIMITS): void {
  let [unpacked, parts, hasMacros] = [0, 0, false];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        parts += 1;
        if (/(^|\/)vbaProject\.bin$/i.test(name)) hasMacros = true;
        return false;
      },
    });
  } catch {
    throw new DomainError("plan_file_damaged");
  }
  if (hasMacros) throw new DomainError("plan_file_macros");
  if (unpacked > limits.unpackedBytes || parts > limits.parts) throw new DomainError("plan_file_too_large", { megabytes: limits.unpackedBytes / 1024 / 1024 });
}
