/** Addresses of the pages of a plan, in one place; codes are the printed ones. */
const part = encodeURIComponent;

export const planPath = (plan: string) => `/plans/${part(plan)}`;
export const nodePath = (plan: string, code: string) => `${planPath(plan)}/nodes/${part(code)}`;
export const measurePath = (plan: string, code: string) => `${planPath(plan)}/measures/${part(code)}`;
export const indicatorPath = (plan: string, code: string) => `${planPath(plan)}/indicators/${part(code)}`;
export const scorecardPath = (plan: string, period: string) => `${planPath(plan)}/scorecard/${part(period)}`;
export const overviewPath = (plan: string, period: string) => `${planPath(plan)}/overview/${part(period)}`;
