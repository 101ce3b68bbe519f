/** Accounts, grants, agencies, security. */
export const admin = {
  people: "Люди",
  settings: "Налаштування",
  role: {
    focal_point: "Відповідальна особа",
    agency_approver: "Затверджувач органу",
    coordinator: "Координатор",
    evaluator: "Оцінювач",
    leadership: "Керівництво",
    reader: "Читач",
    security_administrator: "Адміністратор безпеки",
    administrator: "Адміністратор",
  },
};
