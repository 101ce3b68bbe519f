import { createContext } from "react";

interface DocumentFacts {
  /** of the Content-Security-Policy; unknown to the browser's own code on purpose */
  nonce: string | undefined;
  /** number of the request, quoted on error pages */
  reference: string | undefined;
}

/** Facts of the answer that the document itself carries; filled by entry.server and entry.client. */
export const DocumentContext = createContext<DocumentFacts>({ nonce: undefined, reference: undefined });
