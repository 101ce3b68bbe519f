/** Addresses of editions: a released one by its code, a preparation below its plan. */
import { planPath } from "~/features/plan/addresses";

const part = encodeURIComponent;

export const EDITIONS = "/editions";
export const editionPath = (code: string) => `${EDITIONS}/${part(code)}`;
export const preparePath = (plan: string) => `${planPath(plan)}/editions/prepare`;
export const preparationPath = (plan: string, id: string) => `${planPath(plan)}/editions/${part(id)}`;
export const releasePath = (plan: string, id: string) => `${preparationPath(plan, id)}/release`;
