import { DONE, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { readOptions } from "../options";

/** Draws every page of the public site anew, from what was released. */
export const publishPagesVerb: Verb = {
  name: "publish-pages",
  usage: "",
  summary: "draw the pages of every public edition anew",
  async run(args, cli) {
    const { flags } = readOptions(args, {});
    // drawing brings the pages' own libraries along; no other verb needs them
    const { publishEverything } = await import("~/features/public-site/publish-pages.server");
    const editions = await withDatabase(cli, "publish-pages", ({ db }) => publishEverything(db, cli.now()));
    cli.out(flags.json ? JSON.stringify({ editions }) : `Pages of ${editions} editions are drawn.`);
    return DONE;
  },
};
