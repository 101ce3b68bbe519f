export const account = {
  signInTitle: "Вхід",
  login: "Логін",
  password: "Пароль",
};
