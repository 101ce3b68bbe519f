/** In signs; said on the forms and asked by the server. */
export const PASSWORD_LENGTH = { min: 12, max: 200 };
