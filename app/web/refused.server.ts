import type { RequestFailure } from "./load-context";

/** A refusal with a sentence of its own (a key of the catalogue), for what is neither the domain's nor the web layer's. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly messageKey: string,
    readonly params: RequestFailure["params"] = {},
  ) {
    super(code);
    this.name = "Refused";
  }
}
