import type { RequestContext } from "./load-context";

/** A refusal told to a program (RFC 9457): the same code, status and reference number as on the page. */
export function problemJson(context: RequestContext): Response {
  const { status, code, params, fields } = context.failure ?? { status: 500, code: "unexpected", params: {}, fields: {} };
  const body = { type: `urn:ibm-monitor:problem:${code}`, title: code, status, code, params, errors: fields, reference: context.requestId };
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/problem+json; charset=utf-8" } });
}
