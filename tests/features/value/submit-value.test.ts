import { describe, expect, test } from "vitest";
import { exact } from "~/domain/exact";
import type { Content, Missing } from "~/domain/facts";
import { submitValue } from "~/features/value/submit-value.server";
import { readMeasurement } from "~/features/value/measurement-facts.server";
import { readPlans } from "~/features/value/plan-directory.server";
import { printValue } from "~/features/value/print-value";
import { contentOfRow } from "~/features/value/stored-content";
import { wordsOf } from "~/i18n/translate";
import { receiptHash } from "~/features/submission/receipt.server";
import { receiptItem } from "~/features/submission/send-versions.server";
import { findObligation } from "~db/queries/obligations";
import { findSubmission } from "~db/queries/submissions";
import { readText } from "~db/queries/content";
import { inTransaction } from "~db/transaction.server";
import { useDatabase } from "../../support/database";
import { aReportingStory } from "../../support/reporting-story";
import { anEntry, none, number } from "./value-input";

const NOW = "2027-02-01T10:00:00.000Z";

describe("a value of every type is stored, reloaded and printed as it was entered (rule 6)", () => {
  const database = useDatabase();
  const rows: [indicator: string, content: Content | Missing, printed: string][] = [
    ["NUM", number("40"), "40"],
    ["NUM", number("0"), "0"],
    ["FLOW", number("6.049"), "6,0"],
    ["FLOW", number("6.05"), "6,1"],
    ["FLOW", number("6"), "6,0"],
    ["FLOW", number("12345678901234.56"), "12 345 678 901 234,6"],
    ["PCT", { kind: "parts", numerator: exact(71), denominator: exact(187) }, "38,0 % (71 із 187)"],
    ["PCT", { kind: "parts", numerator: exact(0), denominator: exact(0) }, "0 із 0"],
    ["PCT", { kind: "share", value: exact("64.6") }, "64,6 %"],
    ["RATIO", { kind: "parts", numerator: exact(1), denominator: exact(3) }, "0,33 (1 із 3)"],
    ["YES", { kind: "yes_no", value: false }, "ні"],
    ["STAGE", { kind: "stage", no: 2 }, "етап 2 із 3 (етап 2)"],
    ["SCALE", { kind: "scale", position: 4 }, "4 із 5"],
    ["NUM", none("no_data"), "немає даних"],
  ];
  test.each(rows)("%s", async (code, content, printed) => {
    const { db } = database;
    const story = await aReportingStory(db);
    const focal = await story.person("focal", "focal_point", "SBGS");
    const { measurementId, no, submissionId } = await submitValue(db, focal, NOW, anEntry(story, code, content));
    const { versions } = await readMeasurement(db, measurementId);
    const stored = versions[0] ? contentOfRow(versions[0]) : null;
    const context = (await readPlans(db, [story.planCode], NOW)).find(story.planVersionId, story.indicatorId(code));
    expect(no).toBe(1);
    expect(submissionId).not.toBeNull();
    expect(stored).toEqual(content);
    const words = wordsOf("uk");
    expect(context && stored && printValue(stored, context.indicator, null, words).replaceAll("\u00a0", " ")).toBe(printed);
  });
});

describe("submitting", () => {
  const database = useDatabase();

  test("makes a numbered receipt over exactly what was sent, to the second, and the obligation is submitted", async () => {
    const story = await aReportingStory(database.db);
    const focal = await story.person("focal", "focal_point", "SBGS");
    const entry = anEntry(story, "NUM", number("40"), { narrative: "Встановлено 4 комплекси.", evidence: { kind: "document", title: "Акт № 15" } });
    const first = await submitValue(database.db, focal, "2027-02-01T10:00:07.000Z", entry);
    const second = await submitValue(database.db, focal, NOW, anEntry(story, "FLOW", number("5")));
    const receipt = await findSubmission(database.db, first.submissionId ?? "");
    expect(receipt).toMatchObject({ receipt_no: "2027-0001", submitted_at: "2027-02-01T10:00:07.000Z", submitted_by: focal.userId });
    expect(await findSubmission(database.db, second.submissionId ?? "")).toMatchObject({ receipt_no: "2027-0002", no: 2 });
    const item = await inTransaction(database.db, { actorId: null, action: "read", now: NOW }, (trx) => receiptItem(trx, first.measurementId, 1));
    const content = { receiptNo: "2027-0001", submittedAt: receipt?.submitted_at ?? "", plan: "PLAN-R", round: "2026", agency: "SBGS", items: [item] };
    expect(receipt?.receipt_hash).toBe(receiptHash(content));
    expect(receipt?.receipt_hash).not.toBe(receiptHash({ ...content, items: [{ ...item, version: { ...item.version, value: "41" } }] }));
    expect((await findObligation(database.db, entry.obligationId))?.state).toBe("submitted");
    expect(await readText(database.db, item.version.narrative_digest)).toEqual({ text: "Встановлено 4 комплекси." });
  });

  test.each([
    ["another body's focal point", "focal_point", "MIA", "other_agency"],
    ["an evaluator", "evaluator", null, "role_lacks_action"],
    ["a coordinator", "coordinator", null, "role_lacks_action"],
    ["a reader", "reader", null, "role_lacks_action"],
    ["the security administrator", "security_administrator", null, "not_found"],
  ] as const)("%s is refused: %s of %s → %s", async (_who, role, agency, code) => {
    const story = await aReportingStory(database.db);
    const actor = await story.person("other", role, agency);
    await expect(submitValue(database.db, actor, NOW, anEntry(story, "NUM", number("1")))).rejects.toMatchObject({ code });
  });

  const refusals: [what: string, indicator: string, content: Content | Missing, code: string][] = [
    ["a count below zero", "NUM", number("-1"), "negative_count"],
    ["parts that do not reconcile", "PCT", { kind: "parts", numerator: exact(12), denominator: exact(10) }, "numerator_above_denominator"],
    ["a stage that is not there", "STAGE", { kind: "stage", no: 4 }, "stage_out_of_range"],
    ["another kind of value", "NUM", { kind: "yes_no", value: true }, "wrong_kind_of_value"],
    ["a reason only the system gives", "NUM", none("not_reported"), "reason_not_for_entry"],
    ["an excuse without a word of explanation", "NUM", none("not_applicable"), "reason_needs_explanation"],
    ["a value of a restricted measure", "SECRET", number("7"), "restricted_by_reference_only"],
    ["a restricted value without saying where it is kept", "SECRET", none("restricted"), "reference_required"],
  ];
  test.each(refusals)("refuses %s", async (_what, indicator, content, code) => {
    const story = await aReportingStory(database.db);
    const focal = await story.person("focal", "focal_point", "SBGS");
    await expect(submitValue(database.db, focal, NOW, anEntry(story, indicator, content))).rejects.toMatchObject({ code: "value_refused", params: { code } });
    expect((await findObligation(database.db, story.owed(indicator)))?.state).toBe("open");
  });

  test("refuses texts without the declaration that they hold no official-use information", async () => {
    const story = await aReportingStory(database.db);
    const focal = await story.person("focal", "focal_point", "SBGS");
    const entry = anEntry(story, "NUM", number("1"), { narrative: "Текст", declaredUnrestricted: false });
    await expect(submitValue(database.db, focal, NOW, entry)).rejects.toMatchObject({ params: { code: "declaration_required" } });
  });

  test("takes a restricted measure by reference alone: document, date, holder", async () => {
    const story = await aReportingStory(database.db);
    const focal = await story.person("focal", "focal_point", "SBGS");
    const reference = { no: "№ 12/ДСК", on: "2027-01-20", holder: "Адміністрація" };
    const { measurementId } = await submitValue(database.db, focal, NOW, anEntry(story, "SECRET", none("restricted"), { reference, access: "restricted" }));
    const { versions } = await readMeasurement(database.db, measurementId);
    expect(versions[0]).toMatchObject({ kind: "missing", reason_code: "restricted", value: null });
    expect(await readText(database.db, versions[0]?.reference_digest ?? null)).toEqual({ text: JSON.stringify(reference) });
  });
});
