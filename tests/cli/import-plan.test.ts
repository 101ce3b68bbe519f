/** An official plan read on the command line: what scripts get, and what is refused with a sentence. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { zipSync } from "fflate";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { aCommandLine } from "../support/command-line";
import { anotherDatabase } from "../support/database";

interface Read {
  nodes: { code: string; level: string; role: string; parentCode: string | null }[];
  measures: { code: string; goalCode: string; taskCode: string; executors: { agency: string | null; byConsent: boolean; role: string }[]; deadline: { end: string } | null; indicators: unknown[] }[];
  problems: { severity: string; code: string; about: string; value: string }[];
}

let database: Awaited<ReturnType<typeof anotherDatabase>>;
const cli = aCommandLine(() => database);
beforeAll(async () => {
  database = await anotherDatabase();
  await cli.run("migrate");
  await cli.run("seed", "reference");
});
afterAll(() => database.close());

const fixture = (ending: string) => `tests/fixtures/plan-documents/plan-2020-2022.${ending}`;

describe.each(["csv", "html", "xlsx", "word.docx", "libreoffice.docx"])("%s", (ending) => {
  test("60 measures, 97 indicators, every executor known by the names of 2020; three doubts", async () => {
    const answer = await cli.run("import-plan", fixture(ending), "--dry-run", "--json");
    const { nodes, measures, problems } = answer.json<Read>();
    expect([nodes.length, measures.length, measures.reduce((sum, { indicators }) => sum + indicators.length, 0)]).toEqual([46, 60, 97]);
    expect(measures[0]).toMatchObject({ code: "1.1.1.1", goalCode: "1", taskCode: "1.1", deadline: { end: "2021-12-31" } });
    expect(measures[0]?.executors.map(({ agency, role }) => `${agency} ${role}`)).toEqual(["MIA lead", "MOF co", "SBGS co", "SCS co"]);
    expect(measures.flatMap(({ executors }) => executors).filter(({ agency }) => agency === null)).toEqual([]);
    expect(problems.map(({ severity, code, about }) => `${severity} ${code} ${about}`)).toEqual(["decision mode_unclear 4.2.2.1.2", "decision mode_unclear 5.1.2.1.2", "decision mode_unclear 6.2.1.1.2"]);
    // something needs a decision
    expect(answer.code).toBe(1);
  });
});

describe("other files", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  const put = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it("says in words what is understood, and answers 0 where nothing needs a decision", async () => {
    const path = put("plan.csv", "Захід;Індикатор;Строк;Виконавці\nВідкрити смугу;смугу відкрито;IV квартал 2026 р.;Держмитслужба\n");
    expect(await cli.run("import-plan", path, "--dry-run")).toMatchObject({ code: 0, out: "0 goals, 0 nodes in all, 1 measures, 1 indicators; years none.\nNothing was saved." });
  });

  it("an abbreviation nobody knows is a question, asked once", async () => {
    const path = put("unknown.csv", "Захід;Індикатор;Виконавці\nА;а;ДПСУ, НАКП\nБ;б;НАКП\n");
    const { problems, measures } = (await cli.run("import-plan", path, "--dry-run", "--json")).json<Read>();
    expect(problems).toMatchObject([{ code: "executor_unknown", value: "НАКП", about: "1" }]);
    expect(measures.map(({ executors }) => executors.map(({ agency }) => agency))).toEqual([["SBGS", null], [null]]);
  });

  it.each<[string, string, string | Uint8Array, string]>([
    ["a PDF", "plan.pdf", "%PDF-1.7", "PDF is not read"],
    ["an old .doc", "plan.docx", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "of the old kind"],
    ["macros", "plan.xlsm", "PK", "macros"],
    ["a text that is called .docx", "plan.docx", "not an archive", "damaged"],
    ["macros under another name", "plan.docx", zipSync({ "word/vbaProject.bin": new Uint8Array(4) }), "macros"],
    ["more rows than a plan has", "long.csv", "Захід;Індикатор;Виконавці\n" + "А;а;МВС\n".repeat(20_000), "20,001 rows"],
    ["an archive cut short", "cut.xlsx", "PK\u0003\u0004 and no more", "damaged"],
    ["another kind", "plan.odt", "text", "Unknown kind of file"],
  ])("%s is refused with a sentence", async (_what, name, content, sentence) => {
    expect(await cli.run("import-plan", put(name, content), "--dry-run")).toMatchObject({ code: 1, err: expect.stringContaining(sentence) });
  });

  it("without a file, without --dry-run, with a file that is not there", async () => {
    expect(await cli.run("import-plan", "--dry-run")).toMatchObject({ code: 2 });
    expect(await cli.run("import-plan", fixture("csv"))).toMatchObject({ code: 2, err: expect.stringContaining("--dry-run is missing") });
    expect(await cli.run("import-plan", join(folder, "none.csv"), "--dry-run")).toMatchObject({ code: 1, err: expect.stringContaining("There is no file") });
  });
});
