/** A bridge as tables: its steps with what each leaves behind, and the items that each step moved. */
import type { BridgeItem, BridgeStep } from "~/domain/bridge";
import type { Counted } from "~/domain/bridge-stands";
import { exactText, HUNDRED } from "~/domain/exact";
import { printedPercent } from "~/domain/printing";
import { printActual } from "~/features/indicator/print-actual";
import { indicatorPath, measurePath } from "~/features/plan/addresses";
import { askedFor } from "~/features/plan/reading-question";
import { column, fileNameOf, type ReportCell, type ReportLabel, type ReportRow, type ReportTable } from "~/features/report/report-table";
import { labelsOf } from "~/features/scorecard/scorecard-tables";
import { titleOf } from "~/features/scorecard/scorecard-words";
import { kyivDateOf } from "~/domain/dates";
import { DomainError } from "~/domain/errors";
import type { Words } from "~/i18n/words";
import type { BridgeEnd, OpenBridge } from "./get-bridge.server";

/** Throws DomainError not_found where there is no bridge: there is nothing to take away. */
export function bridgeTable(open: OpenBridge, words: Words): ReportTable {
  const { t, print } = words;
  const { bridge } = open;
  if (bridge === null) throw new DomainError("not_found");
  const end = (which: "from" | "to"): ReportRow => ({
    step: which, name: { value: endName(open[which], words), strong: true }, piece: null, after: bridge[which].printed, counted: String(bridge[which].counted), over: String(bridge[which].over), items: null, exact: null,
  });
  return {
    name: fileName(open, "bridge"),
    title: t("bridge.table"),
    columns: [
      column("step", t("bridge.stepCode"), "code", "file"), column("name", t("bridge.stepHead")), column("piece", t("bridge.pieceHead"), "number"), column("after", t("bridge.afterHead"), "percent"),
      column("counted", t(bridge.figure === "average" ? "bridge.knownHead" : "bridge.countsHead"), "number"), column("over", t("bridge.overHead"), "number"), column("items", t("bridge.itemsHead"), "number"), column("exact", t("bridge.exactHead"), "text", "file"),
    ],
    rows: [end("from"), ...bridge.steps.map((step) => stepRow(step, words)), end("to")],
    total: { name: t("bridge.difference"), piece: { value: bridge.difference, shown: print.signed(bridge.difference) } },
    notes: [],
    labels: bridgeLabels(open, words),
  };
}

function stepRow({ step, piece, printedAfter, after, items, exact }: BridgeStep, { t, print }: Words): ReportRow {
  return {
    step, name: { value: t(`bridge.step.${step}`), href: items.length > 0 ? `#${step}` : undefined }, piece: { value: piece, shown: print.signed(piece) }, after: printedAfter,
    counted: String(after.counted), over: String(after.over), items: String(items.length), exact: exactText(exact.mul(HUNDRED)),
  };
}

/** Every item of every step, or of one. */
export function itemsTable(open: OpenBridge, words: Words, only: BridgeStep | null = null): ReportTable {
  const { t } = words;
  if (open.bridge === null) throw new DomainError("not_found");
  const steps = only === null ? open.bridge.steps : [only];
  return {
    name: fileName(open, "bridge-items"),
    title: only === null ? t("bridge.items") : t(`bridge.step.${only.step}`),
    columns: [
      column("step", t("bridge.stepCode"), "code", "file"), column("code", t("common.code"), "code", "file"), column("name", t("common.name")),
      column("was", t("bridge.wasHead")), column("was_value", `${t("bridge.wasHead")}: ${t("indicator.value")}`, "text", "file"),
      column("is", t("bridge.isHead")), column("is_value", `${t("bridge.isHead")}: ${t("indicator.value")}`, "text", "file"),
    ],
    rows: steps.flatMap((step) => step.items.map((item) => itemRow(step, item, open, words))),
    notes: [],
    labels: bridgeLabels(open, words),
  };
}

function itemRow({ step }: BridgeStep, item: BridgeItem, open: OpenBridge, words: Words): ReportRow {
  const [was, is] = [standingCell(item.was, item, open, open.from, words), standingCell(item.is, item, open, open.to, words)];
  return { step, code: item.code, name: { value: titleOf(item.title, words), detail: item.code, href: hrefOf(step, item, open) }, was, was_value: was.detail ?? null, is, is_value: is.detail ?? null };
}

/** As the last of the two readings has it, else as the first; one that is closed to that reading leads nowhere. */
function hrefOf(step: BridgeStep["step"], { id, indicator }: BridgeItem, { question: { planCode }, from, to }: OpenBridge): string | undefined {
  // its code in that reading: an amendment may have given the number to another
  const codeIn = ({ answer: { scorecard: { tree } } }: BridgeEnd) => tree.indicatorById.get(id)?.code ?? tree.measureById.get(id)?.fact.code;
  const end = codeIn(to) !== undefined ? to : step !== "closed" ? from : null;
  const code = end === null ? undefined : codeIn(end);
  return end === null || code === undefined ? undefined : (indicator === null ? measurePath(planCode, code) : indicatorPath(planCode, code)) + askedAs(end);
}

/** The reading of a side, as the plan's own pages take it. */
function askedAs({ edition, answer }: BridgeEnd): string {
  if (edition === null) return answer.askedHere;
  return askedFor({ basis: edition.basis, knownAt: kyivDateOf(edition.knownAt), ceiling: edition.ceiling }, edition.periodKey);
}

/** "досягнуто · 14 осіб", "не в переліку". */
function standingCell(standing: Counted | null, { indicator }: BridgeItem, { question: { figure } }: OpenBridge, { answer }: BridgeEnd, words: Words): ReportCell {
  const { t } = words;
  if (standing === null) return { value: t("bridge.notListed") };
  const { reading, status, part } = standing;
  if (standing.enters) return { value: t(part === null ? "statuses.achieved.missing" : figure === "coverage" ? "bridge.entersUnknown" : "bridge.entersUndone") };
  if (indicator === null) return { value: status === null ? t("statuses.notYetEvaluated") : t(`statuses.measure.${status}`) };
  const unit = answer.version.passports[indicator.id]?.unit ?? null;
  const printed = reading && printActual(reading.actual, indicator, unit, words);
  const detail = printed === null ? "" : [printed.main, ...printed.beside].filter((each) => each !== null).join("; ");
  return { value: partWords(part, figure === "average" ? null : reading, words), ...(detail !== "" && { detail }) };
}

/** What an indicator adds: its share of average progress, or whether its target is reached. */
function partWords(part: Counted["part"], reading: Counted["reading"], { t, print }: Words): string {
  if (reading !== null) return t(`statuses.achieved.${reading.achieved}`);
  return part === null ? t("statuses.achieved.missing") : print.percent(printedPercent(part));
}

const fileName = ({ question, to }: OpenBridge, name: string) => `${fileNameOf(question.planCode)}-${fileNameOf(to.answer.scorecard.periodKey)}-${name}`;

/** "Видання K7Q-204", "2026 рік". */
export function endName({ edition, answer }: BridgeEnd, { t, print }: Words): string {
  const period = print.period(answer.scorecard.periodKey);
  return edition === null ? period : t("bridge.editionOf", { code: edition.release.code, period });
}

/** The labels of both readings, each by its side. */
function bridgeLabels(open: OpenBridge, words: Words): ReportLabel[] {
  const { t } = words;
  return (["from", "to"] as const).flatMap((which) => {
    const { edition, answer } = open[which];
    const own = labelsOf(answer, words);
    const named = edition === null ? own : [...own, { key: "edition", label: t("edition.title"), value: edition.release.code }];
    return named.map((each) => ({ ...each, key: `${which}_${each.key}`, label: `${t(`bridge.side.${which}`)}: ${each.label}` }));
  });
}
