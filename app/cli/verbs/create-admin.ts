import { loginSchema } from "~/features/account/account.schema";
import { createAdministratorByOperator } from "~/features/account/first-run.server";
import { DONE, Misuse, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { readOptions, required } from "../options";

/** An administrator made by whoever may run commands on the server; the password is asked for, never an argument. */
export const createAdminVerb: Verb = {
  name: "create-admin",
  usage: "--login LOGIN [--name-uk NAME] [--name-en NAME] [--language uk|en]",
  summary: "create an administrator; the password is read from standard input",
  async run(args, cli) {
    const { values, flags } = readOptions(args, { values: ["login", "name-uk", "name-en", "language"] });
    const login = loginSchema.safeParse(required(values.login, "login"));
    if (!login.success) throw new Misuse("--login is 2 to 60 letters, digits, dots, dashes, underscores or @");
    const language = values.language ?? "uk";
    if (language !== "uk" && language !== "en") throw new Misuse("--language is uk or en");
    const names = { nameUk: values["name-uk"] ?? login.data, nameEn: values["name-en"] ?? login.data };
    return withDatabase(cli, "create-admin", async ({ db }) => {
      const password = await cli.readSecret(`Password for ${login.data}`);
      const id = await createAdministratorByOperator(db, cli.now(), { login: login.data, ...names, language, password });
      cli.out(flags.json ? JSON.stringify({ id, login: login.data }) : `Administrator ${login.data} can sign in.`);
      return DONE;
    });
  },
};
