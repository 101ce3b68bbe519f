import { createResetLinkByOperator } from "~/features/account/reset-password.server";
import { findAccountByLogin } from "~db/queries/accounts";
import { DONE, Refusal, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { readOptions, required } from "../options";

/** Prints a link with which the person sets a new password once, within a day. */
export const resetPasswordVerb: Verb = {
  name: "reset-password",
  usage: "--login LOGIN",
  summary: "print a one-time link to a new password, good for a day",
  async run(args, cli) {
    const { values, flags } = readOptions(args, { values: ["login"] });
    const login = required(values.login, "login");
    return withDatabase(cli, "reset-password", async ({ db }) => {
      const account = await findAccountByLogin(db, login);
      if (!account) throw new Refusal(`There is no account "${login}".`);
      const path = await createResetLinkByOperator(db, cli.now(), account.id);
      const base = cli.env.PUBLIC_URL ?? `http://${cli.env.HOST}:${cli.env.PORT}`;
      const link = new URL(path, base).href;
      cli.out(flags.json ? JSON.stringify({ login: account.login, link }) : link);
      return DONE;
    });
  },
};
