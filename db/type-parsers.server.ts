import pg from "pg";

/**
 * How PostgreSQL types arrive in the application, the same on both engines:
 * timestamptz → ISO instant in UTC with milliseconds, date → YYYY-MM-DD, numeric → plain decimal without trailing
 * zeros (exact, never a float), int8 → number. Array forms follow their element.
 */
type Parse = (text: string) => unknown;

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;
const ARRAY_OID = { int8: 1016, date: 1182, timestamptz: 1185, numeric: 1231 } as const;

/** Strips what numeric(30,10) pads: "1.5000000000" → "1.5", "100.0000000000" → "100", "-0.0" → "0". */
export function plainNumeric(text: string): string {
  if (!text.includes(".")) return text;
  const stripped = text.replace(/\.?0+$/, "");
  return stripped === "-0" || stripped === "" ? "0" : stripped;
}

/** "2026-11-25 01:33:20.123456+00" → "2026-11-25T01:33:20.123Z". Sessions run in UTC; another offset is an error. */
export function isoInstant(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d+))?\+00$/.exec(text);
  if (!match) throw new Error(`not an instant in UTC: ${text}`);
  return `${match[1]}T${match[2]}.${(match[3] ?? "").padEnd(3, "0").slice(0, 3)}Z`;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`int8 beyond what a number holds exactly: ${text}`);
  return number;
}

const SCALAR: Record<keyof typeof OID, Parse> = {
  int8: wholeNumber,
  date: (text) => text,
  timestamptz: isoInstant,
  numeric: plainNumeric,
};

/** One-dimensional arrays of the four types never need quoting beyond the instants' own quotes. */
function arrayOf(parse: Parse): Parse {
  return (text) => {
    const inner = text.slice(1, -1);
    if (inner === "") return [];
    return inner.split(",").map((item) => (item === "NULL" ? null : parse(item.replace(/^"|"$/g, ""))));
  };
}

const PARSERS = new Map<number, Parse>(
  (Object.keys(OID) as (keyof typeof OID)[]).flatMap((name) => [
    [OID[name], SCALAR[name]] as const,
    [ARRAY_OID[name], arrayOf(SCALAR[name])] as const,
  ]),
);

/** Handed to every connection, embedded or not; nothing global is changed. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    const own = format === "binary" ? undefined : PARSERS.get(oid);
    return own ?? pg.types.getTypeParser(oid, format as "text");
  },
};
