import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/errors";
import { actionForm, handleOpenAction, handleOpenLoad } from "~/web/handle.server";

/** Every address that is nothing: the plain page, in the frame, in the reader's language. */
export async function loader(args: LoaderFunctionArgs) {
  return handleOpenLoad(args, async () => {
    throw new DomainError("not_found");
  });
}

export async function action(args: ActionFunctionArgs) {
  return handleOpenAction(args, actionForm(z.object({}), async () => {
    throw new DomainError("not_found");
  }));
}

export default function Nowhere() {
  return null;
}
