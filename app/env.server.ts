import { z } from "zod";
import { isDate } from "~/domain/dates";

/** The only reader of the process environment under app/ and db/. Blank means "not set". */
const given = <T extends z.ZodType>(type: T) => z.preprocess((value) => (value === "" ? undefined : value), type);

const environment = z.object({
  /** PostgreSQL; without it the embedded database is used. The demo never reads it */
  DATABASE_URL: given(z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://").optional()),
  /** folder of the embedded database, instead of ./.data/demo or ./.data/production */
  DATA_DIR: given(z.string().optional()),
  /** address to listen on; only this machine unless set */
  HOST: given(z.string().default("127.0.0.1")),
  /** port to listen on; 0 takes any free one */
  PORT: given(z.coerce.number("must be a number").int().min(0).max(65_535).default(3000)),
  /** the day on which the demo story stands; the clock's day in Kyiv unless set */
  DEMO_TODAY: given(z.string().refine(isDate, "must be a date such as 2026-11-25").optional()),
  /** address under which people reach the system behind a proxy, for printed links; https:// makes cookies secure */
  PUBLIC_URL: given(z.url({ protocol: /^https?$/, error: "must be an address such as https://monitor.example.org" }).optional()),
  /** how many proxies stand before the server and are believed about the caller's address */
  TRUSTED_PROXIES: given(z.coerce.number("must be a number").int().min(0).max(10).default(0)),
  LOG_LEVEL: given(z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info")),
});

export type Env = z.output<typeof environment>;

/** Thrown with one plain sentence a variable. */
export class EnvironmentRefused extends Error {}

export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = environment.safeParse(source);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new EnvironmentRefused(`The environment is not usable: ${sentences.join("; ")}.`);
}

/** The PostgreSQL server on which the bench makes databases of its own; undefined where none is named. */
export const benchServer = (source: Record<string, string | undefined> = process.env): string | undefined => source.DATABASE_URL || source.TEST_DATABASE_URL || undefined;

/** What a process started from here is handed on: this one's environment, as the quiet form of a build needs it. */
export const childEnv = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_ENV: "production" });

/** Libraries choose their fast, quiet form by NODE_ENV when they are loaded; call before loading the pages. */
export function runInProduction(): void {
  process.env.NODE_ENV ||= "production";
}
