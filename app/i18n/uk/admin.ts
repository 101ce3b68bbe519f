/** Accounts, grants, agencies, security. */
export const admin = {
  people: "Люди",
  settings: "Налаштування",
};
