import { createRequestHandler, type ServerBuild } from "@remix-run/node";
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
      const response = await handle(request, context);
      return context.failure && response.status >= 400 ? retold(request, context, response) : response;
    } catch (error) {
      const failure = failureOf(error, context);
      return wantsJson(request) ? problemJson(context) : plainPage(failure, context.language, context.requestId);
    }
  };
}

const isWrite = ({ method }: Request): boolean => method !== "GET" && method !== "HEAD";

function retold(request: Request, context: RequestContext, response: Response): Response {
  const failure = context.failure;
  if (failure === null) return response;
  if (wantsJson(request)) return problemJson(context);
  const isFrameworkCall = new URL(request.url).searchParams.has("_data");
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (isFrameworkCall) return response;
  return isPage && failure.status !== 503 ? response : plainPage(failure, context.language, context.requestId);
}
