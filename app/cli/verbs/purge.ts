import { kyivDateOf } from "~/domain/dates";
import type { Actor } from "~/domain/permissions";
import { actorOf } from "~/features/account/actor";
import { isPassword } from "~/features/account/password.server";
import { confirmPurge } from "~/features/content/confirm-purge.server";
import { type PurgeRequest, purgeRequest } from "~/features/content/purge.schema";
import { requestPurge } from "~/features/content/request-purge.server";
import type { Db } from "~db/client.server";
import { findAccountByLogin } from "~db/queries/accounts";
import { listGrants } from "~db/queries/grants";
import { listOpenPurges } from "~db/queries/purge";
import { type Cli, DONE, Misuse, Refusal, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { readOptions, required } from "../options";

/** Removes a text or file under an act by two persons at one terminal; each proves who they are by password. */
export const purgeVerb: Verb = {
  name: "purge",
  usage: "--digest DIGEST --act-no NUMBER --act-on YYYY-MM-DD --by LOGIN --second LOGIN",
  summary: "remove a text or file under an act; asks for both persons' passwords",
  async run(args, cli) {
    const { values, flags } = readOptions(args, { values: ["digest", "act-no", "act-on", "by", "second"] });
    const input = purgeRequest.safeParse({
      digest: required(values.digest, "digest"),
      actNo: required(values["act-no"], "act-no"),
      actOn: required(values["act-on"], "act-on"),
    });
    if (!input.success) throw new Misuse("--digest is 64 hexadecimal digits, --act-on a date such as 2026-11-20");
    const logins = [required(values.by, "by"), required(values.second, "second")] as const;
    if (logins[0].toLowerCase() === logins[1].toLowerCase()) throw new Misuse("--by and --second are two persons");
    return withDatabase(cli, "purge", async ({ db }) => {
      const first = await provenActor(db, cli, logins[0]);
      const second = await provenActor(db, cli, logins[1]);
      const purgeId = (await findOwnRequest(db, first, input.data)) ?? (await requestPurge(db, first, cli.now(), input.data));
      const deleted = await confirmPurge(db, second, cli.now(), { purgeId });
      const sentence = `Removed under act ${input.data.actNo} of ${input.data.actOn}; drafts and unsent notices deleted with it: ${deleted}. Backups keep their copy until they are renewed.`;
      cli.out(flags.json ? JSON.stringify({ purgeId, digest: input.data.digest, deleted }) : sentence);
      return DONE;
    });
  },
};

/** A request left over from a second person who was not let through is taken up, not made twice. */
async function findOwnRequest(db: Db, first: Actor, input: PurgeRequest): Promise<string | undefined> {
  const open = await listOpenPurges(db);
  return open.find(({ digest, actNo, actOn, requestedBy }) =>
    digest === input.digest && actNo === input.actNo && actOn === input.actOn && requestedBy === first.userId,
  )?.id;
}

async function provenActor(db: Db, cli: Cli, login: string): Promise<Actor> {
  const now = cli.now();
  const password = await cli.readSecret(`Password of ${login}`);
  const account = await findAccountByLogin(db, login);
  const right = await isPassword(account?.hash ?? null, password);
  const ended = account?.endsOn != null && account.endsOn < kyivDateOf(now);
  if (!account || !right || ended) throw new Refusal(`Login or password of "${login}" is wrong.`);
  const grants = await listGrants(db, account.id);
  const open = grants.filter(({ fromAt, toAt }) => fromAt <= now && (toAt === null || toAt > now));
  return actorOf({ userId: account.id, ceiling: account.ceiling, grants: open });
}
