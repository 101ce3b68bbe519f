import { z } from "zod";
import { isDate } from "~/domain/dates";

/** What asks for a purge: the content by its digest and the act (court ruling, order) that demands it. */
export const purgeRequest = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  actNo: z.string().trim().min(1).max(100),
  actOn: z.string().refine(isDate),
});

export type PurgeRequest = z.output<typeof purgeRequest>;
