export const audit = {
  title: "Журнал дій",
};
