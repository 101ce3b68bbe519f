import type { LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { getEvidenceFile } from "~/features/value/get-evidence-file.server";
import { handleLoad } from "~/web/handle.server";

/** Always saved, never shown: whatever the file says it is, a browser does not run it as ours. */
export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, params }) => {
    const file = await getEvidenceFile(db, actor, now, params.id ?? "");
    if ("purged" in file) throw new DomainError("not_found");
    const plainName = file.name.replace(/[^\x20-\x7e]|["\\]/g, "_");
    return new Response(new Uint8Array(file.body), {
      headers: {
        "Content-Type": file.mediaType,
        "Content-Disposition": `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
      },
    });
  });
}
