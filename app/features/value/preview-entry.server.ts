import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/permissions";
import type { Language } from "~/i18n/language";
import type { Words } from "~/i18n/words";
import type { Db } from "~db/client.server";
import { latestOf, officialOf, wasVerified } from "./measurement-facts.server";
import { openObligation, windowOf } from "./open-obligation.server";
import { printValue } from "./print-value";
import { contentOfRow } from "./stored-content";
import { confirmationOf, fieldOf, messageOf, type EnteredForm, type EntryRules } from "./value.schema";
import { requireReady } from "./write-version.server";

/** What the page shows between typing and sending. */
export interface EntryPreview {
  /** explain: one question first; confirm: the last look; edit: back to the form as typed */
  stage: "explain" | "confirm" | "edit";
  fields: Record<string, string>;
  /** field → message codes */
  warnings: Record<string, string[]>;
  value: string;
  echoes: { typed: string; readAs: string; confirmation: string }[];
  /** the verified value that stays in force, when this is a correction */
  correctionOf: string | null;
  isCorrection: boolean;
  lateRound: string | null;
  /** random key of the post to come */
  key: string;
}

/** What the checks of an obligation's form compare with; for the form's schema. Throws as openObligation. */
export async function entryRules(db: Db, actor: Actor, now: string, obligationId: string, locale: Language, asksConfirmation: boolean): Promise<EntryRules> {
  const open = await openObligation(db, actor, now, obligationId, "submit_value");
  const latest = latestOf(open.facts);
  const replaced = latest === null ? null : contentOfRow(latest);
  return {
    ground: {
      indicator: open.context.indicator,
      access: open.context.access,
      previous: open.previous,
      replaces: replaced === null ? null : { content: replaced, verified: wasVerified(open.facts) },
    },
    locale,
    asksConfirmation,
  };
}

/**
 * A last look before sending: the value in words, what was read one way of two, what to explain. Nothing is saved.
 * Throws what the sending itself would throw, so that nobody confirms what cannot be taken.
 */
export async function previewEntry(
  db: Db,
  actor: Actor,
  now: string,
  input: { obligationId: string; form: EnteredForm; typed: Record<string, string> },
  words: Words,
): Promise<EntryPreview> {
  const { obligationId, form, typed } = input;
  const open = await openObligation(db, actor, now, obligationId, "submit_value");
  await requireReady(db, actor, now, open, { obligationId, baseNo: form.baseNo, late: form.late, typed });
  const { indicator, passport } = open.context;
  const print = (row: Parameters<typeof contentOfRow>[0] | null) => {
    const content = row === null ? null : contentOfRow(row);
    return content === null ? null : printValue(content, indicator, passport.unit, words);
  };
  const window = windowOf(open, now, form.late);
  const asksWhy = !form.fallSeen && form.warnings.some((warning) => warning.code === "fall_against_previous");
  return {
    stage: asksWhy ? "explain" : "confirm",
    fields: asksWhy ? { ...typed, fall_seen: "yes" } : typed,
    warnings: warningsOf(form),
    value: printValue(form.content, indicator, passport.unit, words),
    echoes: form.echoes.map((echo) => ({ typed: echo.typed, readAs: words.print.number(echo.readAs), confirmation: confirmationOf(echo) })),
    correctionOf: print(officialOf(open.facts)),
    isCorrection: wasVerified(open.facts),
    lateRound: window.ok && window.by === "late_correction" ? (open.lateRound?.periodKey ?? null) : null,
    key: randomUUID(),
  };
}

/** The form as it was typed, after a look at the confirming page. */
export function backToForm(typed: Record<string, string>): EntryPreview {
  return { stage: "edit", fields: typed, warnings: {}, value: "", echoes: [], correctionOf: null, isCorrection: false, lateRound: null, key: "" };
}

function warningsOf(form: EnteredForm): Record<string, string[]> {
  const warnings: Record<string, string[]> = {};
  for (const warning of form.warnings) (warnings[fieldOf(warning.code)] ??= []).push(messageOf(warning));
  return warnings;
}
