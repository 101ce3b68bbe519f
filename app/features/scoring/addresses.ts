/** Addresses of the evaluators' pages; codes are the printed ones. */
const part = encodeURIComponent;

/** `period` null = the plan's latest round. */
export const queueSearch = (plan: string, period: string | null) => `?plan=${part(plan)}${period === null ? "" : `&period=${part(period)}`}`;
export const queuePath = (plan: string, period: string | null) => `/scoring${queueSearch(plan, period)}`;
export const scoringPath = (plan: string, period: string, measure: string) => `/scoring/${part(plan)}/${part(period)}/${part(measure)}`;
export const verdictPath = (id: string) => `/verdicts/${part(id)}`;
