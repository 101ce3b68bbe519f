export const csv = {
  link: "CSV",
  linkFor: "Завантажити таблицю «{{caption}}» як CSV",
};
