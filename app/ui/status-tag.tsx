/** Tags: a tinted one when somebody judged, a dashed one for a fact about data. The word is always there. */
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { statuses as uk } from "~/i18n/uk/statuses";
import { Icon, type IconName } from "./icons";

export type MeasureStatusCode = keyof (typeof uk)["measure"];
export type FactCode = keyof (typeof uk)["fact"];
export type TimelinessCode = keyof (typeof uk)["timeliness"];
export type LightCode = keyof (typeof uk)["light"];

interface Mark {
  icon: IconName;
  tone: string;
}

/** Also the order and the shades of stacked bars. */
export const MEASURE_MARKS = {
  implemented: { icon: "done", tone: "done" },
  partially_implemented: { icon: "partial", tone: "part" },
  in_progress: { icon: "progress", tone: "prog" },
  not_started: { icon: "todo", tone: "todo" },
  not_implemented: { icon: "fail", tone: "fail" },
  suspended: { icon: "suspended", tone: "susp" },
  cannot_be_assessed: { icon: "cannot", tone: "cant" },
  no_longer_relevant: { icon: "gone", tone: "gone" },
} as const satisfies Record<MeasureStatusCode, Mark>;

const FACT_MARKS: Record<FactCode, Mark> = {
  verified: { icon: "done", tone: "done" },
  provisional: { icon: "provisional", tone: "gone" },
  returned: { icon: "late", tone: "gone" },
  draft: { icon: "document", tone: "gone" },
  submitted: { icon: "provisional", tone: "gone" },
  not_reported: { icon: "no-data", tone: "gone" },
  no_data: { icon: "no-data", tone: "gone" },
  not_collected: { icon: "no-data", tone: "gone" },
  restricted: { icon: "restricted", tone: "gone" },
  suspended: { icon: "suspended", tone: "susp" },
  not_yet_due: { icon: "clock", tone: "gone" },
  nothing_due: { icon: "clock", tone: "gone" },
  not_computable: { icon: "no-data", tone: "gone" },
  not_yet_evaluated: { icon: "todo", tone: "todo" },
  disputed: { icon: "late", tone: "gone" },
};

const TIMELINESS_MARKS: Record<TimelinessCode, Mark & { judged?: boolean }> = {
  on_time: { icon: "check", tone: "gone" },
  late: { icon: "late", tone: "gone" },
  overdue: { icon: "overdue", tone: "fail", judged: true },
  not_yet_due: { icon: "clock", tone: "gone" },
};

const LIGHT_ICONS: Record<LightCode, IconName> = { on_track: "up", behind: "level", at_risk: "down" };

interface TagProps {
  /** own words in place of the code's, for instance with a number: "Виконано 2" */
  children?: ReactNode;
  /** mark and word without the chip, for lists, legends and tables */
  bare?: boolean;
}

function Tag({ mark, fact, bare, children }: TagProps & { mark: Mark; fact: boolean }) {
  return (
    <span className={`tag tone-${mark.tone}${bare ? " tag-bare" : fact ? " tag-fact" : ""}`}>
      <Icon name={mark.icon} />
      {children}
    </span>
  );
}

/** Verdict of an evaluator on a measure; null = nobody has judged yet. */
export function StatusTag({ status, bare, children }: TagProps & { status: MeasureStatusCode | null }) {
  const { t } = useTranslation();
  if (status === null) return <FactTag fact="not_yet_evaluated" bare={bare}>{children}</FactTag>;
  return <Tag mark={MEASURE_MARKS[status]} fact={false} bare={bare}>{children ?? t(`statuses.measure.${status}`)}</Tag>;
}

/** A fact about data: never filled, never coloured as a verdict. */
export function FactTag({ fact, bare, children }: TagProps & { fact: FactCode }) {
  const { t } = useTranslation();
  return <Tag mark={FACT_MARKS[fact]} fact bare={bare}>{children ?? t(`statuses.fact.${fact}`)}</Tag>;
}

export function Timeliness({ state, bare, children }: TagProps & { state: TimelinessCode }) {
  const { t } = useTranslation();
  const mark = TIMELINESS_MARKS[state];
  return <Tag mark={mark} fact={!mark.judged} bare={bare}>{children ?? t(`statuses.timeliness.${state}`)}</Tag>;
}

/**
 * The light with P and E in words: "за графіком: 40,0 при очікуваних 40,5". Both are printed figures.
 * Where rule 14 gives no light nothing is drawn: never a grey one.
 */
export function PaceLight({ light, progress, expected }: { light: LightCode | null; progress?: string; expected?: string }) {
  const { t } = useTranslation();
  if (light === null) return null;
  const word = t(`statuses.light.${light}`);
  return (
    <span className={`pace pace-${light}`}>
      <Icon name={LIGHT_ICONS[light]} />
      {progress && expected ? t("statuses.pace", { light: word, progress, expected }) : word}
    </span>
  );
}
