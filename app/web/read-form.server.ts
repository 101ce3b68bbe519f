/**
 * From the body of a post to its fields, before anything else looks at them. Our forms name their fields plainly; the
 * form library would read "x[100000000]" or "x.y.z…" as nested lists and build them, which is how one small post
 * could take the server's memory. So other names, and more fields than any form of ours has, are not read at all.
 */
import { WebRefusal } from "./failure.server";

const NAME = /^[A-Za-z_][\w-]{0,59}$/;
const MOST_FIELDS = 300;

export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new WebRefusal("malformed");
  });
  const names = [...form.keys()];
  if (names.length > MOST_FIELDS || !names.every((name) => NAME.test(name))) throw new WebRefusal("malformed");
  return form;
}

/** A zero character is the one sign no database keeps; it is refused at its field, before it becomes a fault there. */
export function refuseUnkeepable(form: FormData): void {
  for (const [field, value] of form.entries()) {
    if (typeof value === "string" && value.includes("\0")) throw new WebRefusal("sign_not_kept", { field });
  }
}
