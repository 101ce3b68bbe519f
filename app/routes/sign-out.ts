import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { signOut } from "~/features/account/sign-out.server";
import { actionForm, handleAction, handleLoad } from "~/web/handle.server";
import { redirect } from "@remix-run/node";
import { leave } from "~/web/sign-in-cookies.server";

/** Signing out is a post; whoever comes by a link or the Back button is led home. */
export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async () => redirect("/"));
}

export async function action(args: ActionFunctionArgs) {
  return handleAction(args, actionForm(z.object({}), async (page) => {
    if (page.person) await signOut(page.db, page.actor, page.now, page.person.session.tokenHash);
    return leave(page);
  }));
}
