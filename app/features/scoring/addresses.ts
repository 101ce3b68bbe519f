/** Addresses of the evaluators' pages; codes are the printed ones. */
const part = encodeURIComponent;

export const queuePath = (plan: string, period: string) => `/scoring?plan=${part(plan)}&period=${part(period)}`;
export const scoringPath = (plan: string, period: string, measure: string) => `/scoring/${part(plan)}/${part(period)}/${part(measure)}`;
export const verdictPath = (id: string) => `/verdicts/${part(id)}`;
