import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Role } from "~/domain/roles";
import type { Translate } from "~/i18n/catalogue";
import type { Language } from "~/i18n/language";
import type { RootData } from "~/ui/root-data";
import type { SessionRow } from "~db/queries/sessions";
import { csrfToken } from "./device.server";
import { handleOpenLoad } from "./handle.server";
import { navigation } from "./navigation";

/** What every page is given: language, who is signed in, where they can go, the token of their forms. */
export function loadRoot(args: LoaderFunctionArgs): Promise<RootData> {
  return handleOpenLoad(args, async ({ actor, person, language, t, db, context }) => ({
    language,
    user: person && { name: language === "uk" ? person.session.nameUk : person.session.nameEn, roleLabel: roleLabel(person.session, language, t) },
    nav: navigation(actor),
    illustrative: false, // a page about an illustrative plan says so itself
    csrf: await csrfToken(db, context.deviceId),
    reference: context.requestId,
  }));
}

/** "Оцінювач, МВС": each role once, with its bodies; the name where there is no role yet. */
function roleLabel({ grants, nameUk, nameEn }: SessionRow, language: Language, t: Translate): string {
  const bodies = new Map<Role, string[]>();
  for (const { role, abbrUk, abbrEn } of grants) {
    const body = language === "uk" ? abbrUk : abbrEn;
    bodies.set(role as Role, [...(bodies.get(role as Role) ?? []), ...(body ? [body] : [])]);
  }
  const labels = [...bodies].map(([role, of]) => [t(`statuses.role.${role}`), ...of].join(", "));
  return labels.length > 0 ? labels.join("; ") : language === "uk" ? nameUk : nameEn;
}
