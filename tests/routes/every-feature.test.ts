/**
 * Every feature asks before it acts: a file of features that is given an actor asks permissions about them, itself or
 * through a feature it calls, and one that writes without an actor is named here with the reason. A new file that does
 * neither fails.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const FEATURES = fileURLToPath(new URL("../../app/features", import.meta.url));

/** Features that nobody's permission is asked for, and why. */
const WITHOUT_ACTOR: Record<string, string> = {
  "account/first-run.server.ts": "there is nobody yet; the code from the log is the proof",
  "account/new-password.server.ts": "judges a password, touches nothing",
  "account/password.server.ts": "digests of passwords, touches nothing",
  "account/sign-in.server.ts": "the password is the proof",
  "account/sign-in-throttle.server.ts": "counts attempts of nobody in particular",
  "account/sign-out.server.ts": "everybody may leave",
  "public-site/publish-pages.server.ts": "draws anew what was released; who may release was asked then",
};

/** Files that take an actor only to say whose act it was. */
const ACTOR_ONLY_SIGNS: Record<string, string> = {
  "audit/record-restricted-read.server.ts": "records what was read; reading was asked about before",
};

const ASKS = /\b(can|may|visibleScope|readingCeiling)\(/;

const files = readdirSync(FEATURES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".server.ts"));
const source = (file: string) => readFileSync(join(FEATURES, file), "utf8");
const takesActor = (text: string) => /\bactor: Actor\b/.test(text);
const writes = (text: string) => /\binTransaction\(/.test(text);

/** The feature files a file imports, by their paths under features. */
const callsOf = (file: string): string[] =>
  [...source(file).matchAll(/from "(~\/features\/|\.{1,2}\/)([^"]+)"/g)].map(([, start = "", rest = ""]) =>
    `${start === "~/features/" ? rest : posix.join(posix.dirname(file), start, rest)}.ts`);

const everyFile = readdirSync(FEATURES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

/** Whether the file asks, or calls one that does. */
function asks(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file) || !everyFile.includes(file)) return false;
  seen.add(file);
  return ASKS.test(source(file)) || callsOf(file).some((called) => asks(called, seen));
}

it("a feature that is given an actor asks what they may", () => {
  const silent = files.filter((file) => takesActor(source(file)) && !asks(file));
  expect(silent.filter((file) => !ACTOR_ONLY_SIGNS[file] && !WITHOUT_ACTOR[file])).toEqual([]);
});

it("a feature that writes without an actor is named here with its reason", () => {
  const unasked = files.filter((file) => writes(source(file)) && !takesActor(source(file)));
  expect(unasked.filter((file) => !WITHOUT_ACTOR[file])).toEqual([]);
});

it("the lists name files that are there", () => {
  const named = [...Object.keys(WITHOUT_ACTOR), ...Object.keys(ACTOR_ONLY_SIGNS)];
  expect(named.filter((file) => !files.includes(file))).toEqual([]);
});
