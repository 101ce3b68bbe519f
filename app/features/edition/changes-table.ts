/** What an edition changed since the one before, as one table: plan and rules, totals, values with the cause, verdicts, interruptions. */
import type { EditionChanges, IndicatorChange } from "~/domain/edition-changes";
import type { KeptIndicator } from "~/domain/edition-figures";
import { fromExactText } from "~/domain/exact";
import type { Content } from "~/domain/facts";
import { printContent } from "~/features/indicator/print-content";
import { column, type ReportCell, type ReportRow, type ReportTable } from "~/features/report/report-table";
import type { Words } from "~/i18n/words";
import type { Text } from "~db/queries/content";
import type { EditionRecord } from "~db/queries/editions";
import type { ScorecardAnswer } from "../scorecard/get-scorecard.server";
import { editionFileName, editionLabels } from "./edition-labels";
import { partName, type PartName } from "./part-names";

/** Null for the first edition. `reasons`: texts of corrections by digest. */
export function changesTable(edition: EditionRecord, answer: ScorecardAnswer, reasons: ReadonlyMap<string, Text>, words: Words): ReportTable | null {
  const { t } = words;
  const { changes } = edition.release;
  if (changes === null) return null;
  return {
    name: editionFileName(edition, "changes"),
    title: t("edition.changes.title", { code: changes.since.code }),
    columns: [
      column("name", t("edition.changes.kindHead")), column("code", t("common.code"), "code", "file"), column("kind", t("edition.changes.kindOf"), "text", "file"),
      column("was", t("edition.changes.wasHead")), column("is", t("edition.changes.isHead")), column("why", t("edition.changes.whyHead")),
    ],
    rows: [...wholeRows(changes, words), ...changes.indicators.map((change) => indicatorRow(change, edition, answer, reasons, words)), ...judgedRows(changes, edition, answer, words)],
    notes: [],
    labels: editionLabels(edition, words),
  };
}

type Kind = "plan" | "rules" | "total" | "indicator" | "verdict" | "disruption";

/** A page says below the name what kind of thing it is. */
function row(kind: Kind, t: Words["t"], { code = null, title = null, href }: { code?: string | null; title?: string | null; href?: string }, cells: { was: string | null; is: string | null; why?: ReportCell }): ReportRow {
  const word = t(`edition.changes.kind.${kind}`);
  const detail = [word, code].filter((text) => text !== null).join(" ");
  return { name: { value: title ?? word, ...(href && { href }), ...(title !== null && { detail }) }, code, kind: word, ...cells };
}

/** A part that left the plan has its code alone. */
const named = ({ code, title, href }: PartName) => ({ code, title: title || code, ...(href && { href }) });

function wholeRows({ planVersion, rules, totals }: EditionChanges, { t, print }: Words): ReportRow[] {
  const figure = (text: string | null) => (text === null ? t("edition.nothing") : print.number(text));
  return [
    ...(planVersion === null ? [] : [row("plan", t, {}, { was: print.number(planVersion.was), is: print.number(planVersion.is) })]),
    ...(rules === null ? [] : [row("rules", t, {}, { was: print.number(rules.was), is: print.number(rules.is) })]),
    ...totals.map(({ key, was, is }) => row("total", t, { title: t(`edition.total.${key}`) }, { was: figure(was), is: figure(is) })),
  ];
}

function indicatorRow({ id, code, was, is, why, reasonDigest }: IndicatorChange, edition: EditionRecord, answer: ScorecardAnswer, reasons: ReadonlyMap<string, Text>, words: Words): ReportRow {
  const { t } = words;
  const name = partName("indicator", id, code, edition, answer, words);
  const reason = reasonDigest === null ? undefined : reasons.get(reasonDigest);
  const because = reason === undefined ? null : "text" in reason ? reason.text : t("edition.removed", { no: reason.purged.actNo, date: words.print.date(reason.purged.actOn) });
  return row("indicator", t, named(name), {
    was: shown(was, id, answer, words), is: shown(is, id, answer, words),
    why: { value: [t(`edition.changes.why.${why}`), because].filter((text) => text !== null).join(": "), ...(because !== null && { shown: t(`edition.changes.why.${why}`), detail: because }) },
  });
}

/** "14 осіб; не досягнуто", "зупинено", "без значення". */
function shown(each: IndicatorChange["was"], id: string, { scorecard: { tree }, version }: ScorecardAnswer, words: Words): string | null {
  if (each === null) return null;
  const { t } = words;
  const fact = tree.indicatorById.get(id);
  const value = each.content === null ? null : fact === undefined ? each.printed : printContent(contentOf(each.content), fact, version.passports[id]?.unit ?? null, words).main;
  const state = each.exclusion !== null ? t(`statuses.exclusion.${each.exclusion}`) : each.due === "due" ? t(`statuses.achieved.${each.achieved}`) : t(`statuses.due.${each.due}`);
  return [value, state].filter((text) => text !== null).join("; ");
}

/** A kept content as a value again. */
function contentOf(kept: NonNullable<KeptIndicator["value"]["content"]>): Content {
  switch (kept.kind) {
    case "number":
    case "share":
      return { kind: kept.kind, value: fromExactText(kept.value) };
    case "parts":
      return { kind: "parts", numerator: fromExactText(kept.numerator), denominator: fromExactText(kept.denominator) };
    case "stage":
      return { kind: "stage", no: Number(kept.no) };
    case "scale":
      return { kind: "scale", position: Number(kept.position) };
    case "yes_no":
      return { kind: "yes_no", value: kept.value };
  }
}

function judgedRows({ verdicts, disruptions }: EditionChanges, edition: EditionRecord, answer: ScorecardAnswer, words: Words): ReportRow[] {
  const { t } = words;
  const status = (code: (typeof verdicts)[number]["was"]) => (code === null ? t("statuses.notYetEvaluated") : t(`statuses.measure.${code}`));
  return [
    ...verdicts.map(({ id, code, was, is }) => {
      return row("verdict", t, named(partName("measure", id, code, edition, answer, words)), { was: status(was), is: status(is) });
    }),
    ...disruptions.map(({ scopeKind, scopeId, how }) => {
      const { tree } = answer.scorecard;
      const code = tree.measureById.get(scopeId)?.fact.code ?? tree.indicatorById.get(scopeId)?.code ?? tree.nodeById.get(scopeId)?.fact.code ?? null;
      return row("disruption", t, named(partName(scopeKind === "territory" ? "plan" : scopeKind, scopeId, code, edition, answer, words)), { was: null, is: t(`edition.changes.disruption.${how}`) });
    }),
  ];
}
