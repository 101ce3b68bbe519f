import type { Translation } from "../catalogue";
import type { account as source } from "../uk/account";

export const account = {
  signInTitle: "Sign in",
  login: "Login",
  password: "Password",
} satisfies Translation<typeof source>;
