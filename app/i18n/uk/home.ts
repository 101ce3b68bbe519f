export const home = {
  title: "Мої завдання",
  titleFor: "Мої завдання: {{period}}",
  first: "Спершу:",
};
