export const csv = {
  link: "CSV",
  linkFor: "Завантажити таблицю «{{caption}}» як CSV",
  rows: "Рядків у файлі",
  label: {
    plan: "План",
    plan_version: "Редакція плану",
    basis: "Основа",
    rules_version: "Версія правил",
    cut_off: "Дані станом на кінець",
    known_at: "Відомо на",
    ceiling: "Рівень доступу",
    values: "Значення",
    period: "Період читання",
  },
  basis: {
    in_force_on_1_january: "план, чинний на 1 січня",
    current: "чинний план",
    as_first_adopted: "план, як ухвалено вперше",
  },
  ceiling: { public: "лише відкриті заходи", internal: "відкриті й внутрішні заходи", restricted: "усі заходи" },
  verifiedOnly: "лише перевірені",
  withProvisional: "разом з попередніми",
};
