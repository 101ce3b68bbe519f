import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { DomainError } from "~/domain/errors";
import { isFromElsewhere } from "./device.server";
import { failureOf, WebRefusal } from "./failure.server";
import { wantsJson } from "./handle.server";
import type { RequestContext } from "./load-context";
import { plainPage } from "./plain-page.server";
import { problemJson } from "./problem.server";

export type Answer = (request: Request, context: RequestContext) => Promise<Response>;

/**
 * From a request to a response: the framework's handler, and around it the ways of telling a failure that the
 * framework does not know: problem+json for programs, a plain page where there is no page of the application.
 */
export function createAnswer(build: ServerBuild, mode: "production" | "development" | "test"): Answer {
  const handle = createRequestHandler(build, mode);
  return async (request, context) => {
    try {
      if (isWrite(request) && isFromElsewhere(request)) throw new WebRefusal("form_not_ours");
      if (/%00/.test(request.url)) throw new DomainError("not_found"); // no code, id or search of ours holds a zero character
      const response = await handle(request, context);
      return context.failure ? retold(request, context, response) : response;
    } catch (error) {
      const failure = failureOf(error, context);
      return wantsJson(request) ? problemJson(context) : plainPage(failure, context.language, context.requestId);
    }
  };
}

const isWrite = ({ method }: Request): boolean => method !== "GET" && method !== "HEAD";

function retold(request: Request, context: RequestContext, response: Response): Response {
  const failure = context.failure;
  const isOnItsWay = response.status >= 300 && response.status < 400;
  if (failure === null || isOnItsWay) return response;
  if (wantsJson(request)) return problemJson(context);
  const isFrameworkCall = new URL(request.url).searchParams.has("_data");
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (isFrameworkCall) return response;
  if (!isPage || failure.status === 503) return plainPage(failure, context.language, context.requestId);
  // an action that went well over a page that is not there: the framework would answer with the action's status
  return response.status < 400 ? new Response(response.body, { status: failure.status, headers: response.headers }) : response;
}
