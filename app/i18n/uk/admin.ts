export const admin = {
  people: "Люди",
  settings: "Налаштування",
};
