import { parseDate } from "~/domain/dates";
import type { AccessLevel, CalendarDate } from "~/domain/facts";
import type { Actor } from "~/domain/permissions";
import { isPeriodKey } from "~/domain/periods";
import { BASES, CEILINGS, oneOf } from "~/features/plan/reading-choices";
import { getScorecard } from "~/features/scorecard/get-scorecard.server";
import { DONE, Misuse, type Verb } from "../cli";
import { withDatabase } from "../database-place";
import { demoClock } from "../demo-clock";
import { readOptions, required } from "../options";
import { type PrintedRollup, printRollup } from "../print-rollup";

/** The figures of a scorecard for a script or a letter; public measures only unless a ceiling is given. */
export const rollupVerb: Verb = {
  name: "rollup",
  usage: `--plan CODE --period KEY [--basis ${BASES.join("|")}] [--ceiling ${CEILINGS.join("|")}] [--known-at YYYY-MM-DD] [--provisional]`,
  summary: "print the scorecard of a plan and a period",
  async run(args, cli) {
    const { values, flags } = readOptions(args, { values: ["plan", "period", "basis", "ceiling", "known-at"], flags: ["provisional"] });
    const planCode = required(values.plan, "plan");
    const periodKey = required(values.period, "period");
    if (!isPeriodKey(periodKey)) throw new Misuse("--period is such as 2026, 2026-H1, 2026-Q4 or 2026-11");
    const basis = choice(BASES, values.basis, "basis");
    const ceiling = choice(CEILINGS, values.ceiling, "ceiling") ?? "public";
    const knownAt = dayOf(values["known-at"]);
    const reading = flags.provisional ? "including_provisional" : "official";
    return withDatabase(cli, "rollup", async ({ db }) => {
      const now = demoClock(cli.env.DEMO_TODAY, cli.now)();
      const rollup = printRollup(await getScorecard(db, operator(ceiling), now, { planCode, periodKey, basis, reading, knownAt }));
      cli.out(flags.json ? JSON.stringify(rollup, null, 2) : inWords(rollup));
      return DONE;
    });
  },
};

/** Whoever runs commands on the server holds the database itself; the reading is still cut to the ceiling asked for. */
const operator = (ceiling: AccessLevel): Actor => ({ userId: "", grants: [{ role: "leadership", agencyId: null }], ceiling });

function dayOf(value: string | undefined): CalendarDate | undefined {
  if (value === undefined) return undefined;
  const day = parseDate(value);
  if (day === null) throw new Misuse("--known-at is a date such as 2027-04-15");
  return day;
}

function choice<T extends string>(known: readonly T[], value: string | undefined, name: string): T | undefined {
  const found = oneOf(known, value);
  if (value !== undefined && found === undefined) throw new Misuse(`--${name} is ${known.join(", ")}`);
  return found;
}

function inWords(rollup: PrintedRollup): string {
  const { implementation: i, averageProgress: a, backlog: b } = rollup;
  const percent = (figure: string | null) => (figure === null ? "no figure" : `${figure} %`);
  const over = (line: { achieved: number; over: number; rate: string | null }) => `${line.achieved} of ${line.over} = ${percent(line.rate)}`;
  const lines = [
    `${rollup.plan}, ${rollup.period} (version ${rollup.planVersion}, basis ${rollup.basis}, rules ${rollup.rulesVersion}, ${rollup.ceiling} ceiling, ${rollup.values} values, known at ${rollup.knownAt})`,
    `Measures due ${i.measuresDue}; indicators due ${i.due}: achieved ${i.achieved} = ${percent(i.rate)}, under way ${i.underWay} = ${percent(i.underWayRate)} (of which not reported ${i.missing})`,
    `Interval ${percent(i.interval[0] ?? null)} to ${percent(i.interval[1] ?? null)}; reported ${i.reported}, verified ${i.verified}; coverage ${percent(i.coverage)} (${i.coverageState})`,
    `With suspended items kept: ${over(rollup.withSuspended)}; plan as first adopted: ${over(rollup.asFirstAdopted)}`,
    `Average progress: ${percent(a.value)} on ${a.leavesKnown} of ${a.leavesDue}, interval ${percent(a.interval[0] ?? null)} to ${percent(a.interval[1] ?? null)} (${a.coverageState})`,
  ];
  if (b) lines.push(`Backlog: carried in ${b.carriedIn}, cleared ${b.cleared}, carried out ${b.carriedOut}; cumulative ${over(b.cumulative)}`);
  return lines.join("\n");
}
