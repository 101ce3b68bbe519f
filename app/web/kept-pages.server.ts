/**
 * Reading pages drawn once and handed out again, each time with the response's own nonce, number and form token. A copy is
 * given to nobody but the person it was drawn for, at the same address, in the same language, with the same grants and
 * ceiling, in the same minute, and only while nothing has been recorded since (docs/decisions/0017). Who asks, and which
 * state the records are in, is looked up anew for every request.
 */
import { IDEMPOTENCY_FIELD } from "~/ui/root-data";
import { getFreshness, type Freshness } from "~db/queries/freshness";
import { RecentlyUsed } from "~db/recently-used";
import type { SessionRow } from "~db/queries/sessions";
import type { Answer } from "./answer.server";
import { csrfToken } from "./device.server";
import type { RequestContext } from "./load-context";
import { PageCopy, type OwnParts } from "./page-copy";
import { recognise } from "./person.server";
import { ROUTE_RULES } from "./route-rules";

/** Of all copies together: some hundred pages. */
const BYTES = 12 * 1_048_576;

interface Kept {
  copy: PageCopy;
  standing: string;
  /** the last moment at which it was drawn, and so the first at which it may be shown */
  drawnAt: string;
}

export interface KeptPage {
  copy: PageCopy;
  own: OwnParts;
}

export type KeepingAnswer = (request: Request, context: RequestContext) => Promise<Response | KeptPage>;

/** `answer`, or a copy of what it answered. */
export function keepPages(answer: Answer): KeepingAnswer {
  const pages = new RecentlyUsed<Kept>(BYTES, ({ copy }) => copy.size);
  const drawing = new Map<string, Promise<void>>();

  return async (request, context) => {
    if (!mayBeKept(request)) return answer(request, context);
    // what fails here fails there too, and is told where every failure is told
    const { person } = await recognise(request, context).catch(() => ({ person: null }));
    if (person === null) return answer(request, context);
    const { standing } = person.session;
    const key = keyOf(request, context, person.session);
    const own = async () => ({ nonce: context.nonce, requestId: context.requestId, csrf: await csrfToken(context.db, context.deviceId) });
    const found = () => {
      const kept = pages.get(key);
      return kept !== undefined && isGood(kept, standing, context.now()) ? kept.copy : null;
    };

    await (found() ? undefined : drawing.get(key));
    const copy = found();
    if (copy) return { copy, own: await own() };

    let done = () => {};
    drawing.set(key, new Promise((resolve) => (done = resolve)));
    try {
      const drawn = await draw(request, context, answer, await own());
      if (!("kept" in drawn)) return drawn.response;
      pages.set(key, drawn.kept);
      return { copy: drawn.kept.copy, own: await own() };
    } finally {
      drawing.delete(key);
      done();
    }
  };
}

const minuteOf = (now: string): string => now.slice(0, 16);

const isGood = (kept: Kept, standing: string, now: string): boolean =>
  kept.standing === standing && kept.drawnAt <= now && minuteOf(kept.drawnAt) === minuteOf(now);

/** Everything about the person that a page may show or judge by; what only tells this session from another stays out. */
function keyOf(request: Request, { language }: RequestContext, session: SessionRow): string {
  const { tokenHash: _token, deviceHash: _device, seenAt: _seen, expiresAt: _expires, revokedAt: _revoked, standing: _standing, ...person } = session;
  return JSON.stringify([request.url, language, person]);
}

type Drawn = { response: Response } | { kept: Kept };

/** Draws the page and tells whether it may be kept: a page like any other, that recorded nothing and set nothing. */
async function draw(request: Request, context: RequestContext, answer: Answer, own: OwnParts): Promise<Drawn> {
  const from = context.now();
  const freshness = () => getFreshness(context.db, from).catch(() => null);
  const before = await freshness();
  const response = await answer(request, context);
  if (!isPlainPage(response) || context.failure !== null) return { response };
  const html = await response.text();
  const drawnAt = context.now();
  const again = new Response(html, { status: response.status, headers: response.headers });
  if (minuteOf(from) !== minuteOf(drawnAt) || hasOwnKey(html)) return { response: again };
  const after = await freshness();
  if (before === null || after === null || !isUnchanged(before, after)) return { response: again };
  return { kept: { copy: new PageCopy([...response.headers], html, own), standing: before.standing, drawnAt } };
}

const isPlainPage = ({ status, headers }: Response): boolean =>
  status === 200 && !headers.has("Set-Cookie") && (headers.get("Content-Type")?.startsWith("text/html") ?? false);

/** A form whose key makes an act happen once must not be handed out twice. */
const hasOwnKey = (html: string): boolean => html.includes(`name="${IDEMPOTENCY_FIELD}"`);

/** Nothing was recorded meanwhile, by the page itself either, and nothing lies ahead of the moment it was drawn for. */
const isUnchanged = (before: Freshness, after: Freshness): boolean =>
  before.standing === after.standing && before.entryNo === after.entryNo && after.isSettled;

const KEPT_ADDRESSES = Object.entries(ROUTE_RULES).flatMap(([address, { kept }]) => (kept ? [new RegExp(`^${address.replace(/:\w+/g, "[^/]+")}$`)] : []));

function mayBeKept(request: Request): boolean {
  if (request.method !== "GET") return false;
  const { pathname, searchParams } = new URL(request.url);
  return KEPT_ADDRESSES.some((address) => address.test(pathname)) && !searchParams.has("_data");
}
