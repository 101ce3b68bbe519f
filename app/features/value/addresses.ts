/** Addresses of values, of what is owed, decided and sent, in one place; by ids. */
const part = encodeURIComponent;

export const valuePath = (measurementId: string) => `/values/${part(measurementId)}`;
export const versionsPath = (measurementId: string) => `${valuePath(measurementId)}/versions.csv`;
export const obligationPath = (id: string) => `/obligations/${part(id)}`;
export const DESK = "/verify";
export const deskPath = (measurementId: string) => `${DESK}/${part(measurementId)}`;
export const APPROVAL = "/approve";
export const receiptPath = (submissionId: string) => `/submissions/${part(submissionId)}`;
export const evidencePath = (id: string) => `/evidence/${part(id)}`;
