import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { SubmissionResult } from "@conform-to/dom";
import type { Actor } from "~/domain/permissions";
import type { Translate } from "~/i18n/catalogue";
import type { Language } from "~/i18n/language";
import { wordsOf } from "~/i18n/translate";
import type { Words } from "~/i18n/words";
import { findKeptPost } from "~db/queries/kept-posts";
import type { Db } from "~db/client.server";
import { contextOf, type RequestContext } from "./load-context";
import { type Person, recognise } from "./person.server";
import { formOfKept, typedAgain } from "./typed-fields.server";

/** What a loader or an action works with. `Who` is Actor on pages that ask for sign-in, Actor | null on open ones. */
export interface Page<Who = Actor> {
  db: Db;
  actor: Who;
  /** the signed-in person's session; null on open pages without one */
  person: Who extends null ? null : Actor | null extends Who ? Person | null : Person;
  /** the request's moment by the server's clock, an ISO instant; the same all through the request */
  now: string;
  language: Language;
  t: Translate;
  /** `t`, and how the language writes figures and dates: what a feature prints with */
  words: Words;
  url: URL;
  params: Readonly<Record<string, string | undefined>>;
  request: Request;
  nonce: string;
  requestId: string;
  context: RequestContext;
  /** what this person typed here before their session ended (`?kept=`), to fill the form again; null otherwise */
  readKept: () => Promise<SubmissionResult | null>;
}

export async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Page<Actor | null>> {
  const context = contextOf(args.context);
  const { person } = await recognise(args.request, context);
  const url = new URL(args.request.url);
  const now = context.now();
  const words = wordsOf(context.language);
  return {
    db: context.db,
    actor: person?.actor ?? null,
    person,
    now,
    language: context.language,
    t: words.t,
    words,
    url,
    params: args.params,
    request: args.request,
    nonce: context.nonce,
    requestId: context.requestId,
    context,
    readKept: () => readKept(context.db, person, url, now),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function readKept(db: Db, person: Person | null, url: URL, now: string): Promise<SubmissionResult | null> {
  const id = url.searchParams.get("kept");
  if (person === null || id === null || !UUID.test(id)) return null;
  const kept = await findKeptPost(db, id, person.actor.userId, url.pathname, now);
  return kept && typedAgain(formOfKept(kept));
}
