export const verification = {
  verify: "Підтвердити значення",
  return: "Повернути з причиною",
  claimed: "Заявлено",
};
