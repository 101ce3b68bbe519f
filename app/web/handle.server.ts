/**
 * What every loader and action has in common, in one place: who asks, whether the write comes from our own form,
 * reading the form, doing a repeated post once, and telling a refusal. Routes give only what is theirs.
 */
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect, type TypedResponse } from "@remix-run/node";
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { Actor } from "~/domain/permissions";
import { plusMinutes } from "~/features/account/instants";
import { isLanguage, languageCookie } from "~/i18n/language";
import { messageCode } from "~/i18n/message-code";
import { CSRF_FIELD, IDEMPOTENCY_FIELD, INTENT_FIELD, LANGUAGE_FIELD } from "~/ui/root-data";
import { deleteKeptPosts, insertKeptPost } from "~db/queries/kept-posts";
import type { ActionAnswer, ErrorBody } from "./action-answer";
import { hasOwnToken } from "./device.server";
import { failureOf, WebRefusal } from "./failure.server";
import { claimKey, isIdempotencyKey, settleKey } from "./idempotency.server";
import { contextOf, type RequestContext } from "./load-context";
import { localPath, pagePath } from "./local-path";
import { type Page, pageOf } from "./page.server";
import { recognise } from "./person.server";
import { readForm, refuseUnkeepable } from "./read-form.server";
import { Refused } from "./refused.server";
import { fieldsToKeep, fingerprint, ownFields, secretNames, typedAgain } from "./typed-fields.server";
import { zodMessages } from "./zod-messages";

const KEPT_MINUTES = 60;
const CHANGE_PASSWORD_AT = "/account";

/** Refusals after which there is no page to go back to. */
const PAGE_GOES = new Set([400, 404, 405, 413, 500, 503]);

/** A loader of a signed-in page; somebody not signed in is led to the sign-in page and back. */
export function handleLoad<Data>(args: LoaderFunctionArgs, load: (page: Page) => Promise<Data>): Promise<Data> {
  return guardLoad(args, async () => load(signedIn(await pageOf(args))));
}

/** A loader that answers anybody: signing in, first-run set-up, help. */
export function handleOpenLoad<Data>(args: LoaderFunctionArgs, load: (page: Page<Actor | null>) => Promise<Data>): Promise<Data> {
  return guardLoad(args, async () => load(await pageOf(args)));
}

/** One thing a page's form can do: what it must hold, and what to do with it. */
interface ActionForm<Schema extends z.ZodType, Done, Who = Actor> {
  schema: Schema | ((page: Page<Who>) => Schema | Promise<Schema>);
  /** Returns the local path to go to, an own Response, or what was made when the page stays. */
  run: (page: Act<Who>, input: z.output<Schema>) => Promise<string | Response | { done: Done }>;
}

/** A page in the middle of an act. */
export interface Act<Who = Actor> extends Page<Who> {
  form: FormData;
  intent: string | null;
  /** random key of the form: makes the act's rows unique too; null when the form carried none */
  idempotencyKey: string | null;
}

/** Names the types of a form once: `{ submit: actionForm(schema, run), draft: actionForm(…) }`. */
export function actionForm<Schema extends z.ZodType, Done = never, Who = Actor>(
  schema: ActionForm<Schema, Done, Who>["schema"],
  run: ActionForm<Schema, Done, Who>["run"],
): ActionForm<Schema, Done, Who> {
  return { schema, run };
}

type AnyForm<Done, Who> = ActionForm<z.ZodType, Done, Who>;
type Forms<Done, Who> = AnyForm<Done, Who> | Readonly<Record<string, AnyForm<Done, Who>>>;
type Answered<Done> = Promise<Response | TypedResponse<ActionAnswer<Done>>>;

/** An action of a signed-in page: one form, or one a button (INTENT_FIELD). */
export function handleAction<Done = never>(args: ActionFunctionArgs, forms: Forms<Done, Actor>): Promise<TypedResponse<ActionAnswer<Done>>> {
  return act(args, forms, true) as Promise<TypedResponse<ActionAnswer<Done>>>;
}

/** An action that anybody may send: signing in, a one-time link, first-run set-up. */
export function handleOpenAction<Done = never>(args: ActionFunctionArgs, forms: Forms<Done, Actor | null>): Promise<TypedResponse<ActionAnswer<Done>>> {
  return act(args, forms as Forms<Done, Actor>, false) as Promise<TypedResponse<ActionAnswer<Done>>>;
}

async function guardLoad<Data>(args: LoaderFunctionArgs, load: () => Promise<Data>): Promise<Data> {
  const context = contextOf(args.context);
  try {
    return await load();
  } catch (error) {
    if (error instanceof WebRefusal && error.code === "sign_in_first" && !wantsJson(args.request)) throw toSignIn(pagePath(args.request));
    throw error instanceof Response ? error : refusal(error, context);
  }
}

function signedIn(page: Page<Actor | null>): Page {
  if (page.actor === null) throw new WebRefusal("sign_in_first");
  // a password set by somebody else is changed before anything else is done
  if (page.person?.session.mustChange && page.url.pathname !== CHANGE_PASSWORD_AT) throw redirect(CHANGE_PASSWORD_AT);
  return page as Page;
}

async function act<Done>(args: ActionFunctionArgs, forms: Forms<Done, Actor>, asksSignIn: boolean): Answered<Done> {
  const context = contextOf(args.context);
  const { request } = args;
  let form = new FormData();
  try {
    if (request.method !== "POST") throw new WebRefusal("method_not_allowed");
    form = await readForm(request);
    refuseUnkeepable(form);
    if (!(await hasOwnToken(context.db, context.deviceId, form.get(CSRF_FIELD)))) throw new WebRefusal("form_out_of_date");
    const language = form.get(LANGUAGE_FIELD);
    if (isLanguage(language)) return inOtherLanguage(context, form, language);
    const page = await pageOf(args);
    if (asksSignIn && page.actor === null) return await keepAndSignIn(args, context, form);
    return await runForm(asksSignIn ? signedIn(page) : (page as Page), chosen(forms, form), form);
  } catch (error) {
    if (error instanceof Response) throw error;
    return refusedAct(error, context, form);
  }
}

function chosen<Done>(forms: Forms<Done, Actor>, form: FormData): AnyForm<Done, Actor> {
  if (isOneForm(forms)) return forms;
  const intent = form.get(INTENT_FIELD);
  const named = typeof intent === "string" && Object.hasOwn(forms, intent) ? forms[intent] : undefined;
  if (!named) throw new WebRefusal("malformed");
  return named;
}

const isOneForm = <Done>(forms: Forms<Done, Actor>): forms is AnyForm<Done, Actor> => typeof forms.run === "function";

async function runForm<Done>(page: Page, wanted: AnyForm<Done, Actor>, form: FormData): Answered<Done> {
  const schema = typeof wanted.schema === "function" ? await wanted.schema(page) : wanted.schema;
  const submission = await parseWithZod(ownFields(form), { schema, async: true, error: zodMessages });
  if (submission.status !== "success") {
    const { error } = submission;
    page.context.failure ??= { status: 422, code: "form_refused", params: {}, fields: fieldCodes(error) };
    return json({ lastResult: submission.reply({ hideFields: secretNames(form) }), problem: null, done: null }, { status: 422 });
  }
  const key = form.get(IDEMPOTENCY_FIELD);
  const intent = form.get(INTENT_FIELD);
  const idempotencyKey = isIdempotencyKey(key) ? key : null;
  const acting: Act = { ...page, form, intent: typeof intent === "string" ? intent : null, idempotencyKey };
  const work = () => wanted.run(acting, submission.value);
  const here = pagePath(page.request);
  if (idempotencyKey === null || page.person === null) return answer(await work());

  const userId = page.person.actor.userId;
  const claim = { userId, key: idempotencyKey, path: here, fingerprint: await fingerprint(here, form), now: page.now };
  const ledTo = await claimKey(page.db, claim);
  if (ledTo !== null) return redirect(ledTo, 303);
  const done = await settleKey(page.db, claim, work, (result) => whereTo(result) ?? here);
  if (page.url.searchParams.has("kept")) await deleteKeptPosts(page.db, userId, page.url.pathname);
  return answer(done);
}

function answer<Done>(result: string | Response | { done: Done }): Response | TypedResponse<ActionAnswer<Done>> {
  if (typeof result === "string") return redirect(localPath(result), 303);
  if (result instanceof Response) return result;
  return json({ lastResult: null, problem: null, done: result.done });
}

const whereTo = (result: string | Response | object): string | null =>
  typeof result === "string" ? localPath(result) : result instanceof Response ? result.headers.get("Location") : null;

/** Shows the same form in the other language, as typed; nothing is saved. */
function inOtherLanguage(context: RequestContext, form: FormData, language: "uk" | "en"): TypedResponse<ActionAnswer<never>> {
  context.language = language;
  const headers = { "Set-Cookie": languageCookie(language, context.secure) };
  return json({ lastResult: typedAgain(form), problem: null, done: null }, { headers });
}

/** The session ended while the form was open: what was typed waits an hour for the same person to sign in. */
async function keepAndSignIn(args: ActionFunctionArgs, context: RequestContext, form: FormData): Promise<Response> {
  if (wantsJson(args.request)) throw new WebRefusal("sign_in_first");
  const { formerUserId } = await recognise(args.request, context);
  const url = new URL(pagePath(args.request), args.request.url);
  if (formerUserId !== null) {
    const now = context.now();
    const post = { userId: formerUserId, path: url.pathname, fields: fieldsToKeep(form), now, expiresAt: plusMinutes(now, KEPT_MINUTES) };
    url.searchParams.set("kept", await insertKeptPost(context.db, post));
  }
  return toSignIn(url.pathname + url.search);
}

const toSignIn = (next: string): Response => redirect(next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`, 303);

/** The page stays, with the reason on it and everything as typed; what may not be seen is not there. */
function refusedAct(error: unknown, context: RequestContext, form: FormData): TypedResponse<ActionAnswer<never>> {
  const failure = failureOf(error, context);
  if (PAGE_GOES.has(failure.status)) throw refusal(error, context);
  const key = error instanceof Refused ? error.messageKey : `errors.reason.${failure.code}`;
  const message = messageCode(key, printable(failure.params));
  const { field } = failure.params;
  const isAtField = typeof field === "string";
  const errors = isAtField ? { fields: { [field]: [message] } } : { form: [message] };
  const isInForm = isAtField || error instanceof Refused;
  const problem = isInForm ? null : { status: failure.status, code: failure.code, params: failure.params, reference: context.requestId };
  return json({ lastResult: typedAgain(form, errors), problem, done: null }, { status: failure.status });
}

function refusal(error: unknown, context: RequestContext): Response {
  const { status, code, params } = failureOf(error, context);
  return json<ErrorBody>({ status, code, params, reference: context.requestId }, { status });
}

function printable(params: Readonly<Record<string, string | number | null>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).filter((pair): pair is [string, string | number] => pair[1] !== null));
}

function fieldCodes(error: Record<string, string[] | null> | null): Record<string, string[]> {
  return Object.fromEntries(Object.entries(error ?? {}).map(([name, codes]) => [name, codes ?? []]));
}

/** A program asks for data; a browser always names text/html or comes through the framework's own parameter. */
export function wantsJson(request: Request): boolean {
  const accepted = request.headers.get("Accept") ?? "";
  return /application\/(problem\+)?json/.test(accepted) && !accepted.includes("text/html") && !new URL(request.url).searchParams.has("_data");
}
