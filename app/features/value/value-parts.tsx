/** Parts of a value that the drill-down and the desk share: texts, evidence, decisions, who and when. */
import { useTranslation } from "react-i18next";
import { writtenIn } from "~/i18n/choose-text";
import { useFormat } from "~/i18n/use-format";
import { KeyValue } from "~/ui/key-value";
import { evidencePath } from "./addresses";
import type { DecisionView, EvidenceView, TextView, VersionView } from "./read-history.server";
import { EXPECTATIONS, OBSTACLES } from "./value-input";

/** A text, or the act under which it was removed: a tombstone is said, never hidden. */
export function TextOf({ text }: { text: TextView }) {
  const { t } = useTranslation();
  const print = useFormat();
  if (text === null) return null;
  if ("purged" in text) return <i className="muted">{t("verification.value.purged", { no: text.purged.actNo, on: print.date(text.purged.actOn) })}</i>;
  return <span className="preserve-lines" lang={writtenIn(text.text)}>{text.text}</span>;
}

type SaidBeside = Pick<VersionView, "narrative" | "comment" | "correctionReason" | "obstacle" | "willMeet" | "reference">;

/** What the body said beside the figure. */
export function Said({ version }: { version: SaidBeside }) {
  const { t } = useTranslation();
  const print = useFormat();
  const words = (label: string, text: TextView) => (text === null ? null : { label, value: <TextOf text={text} /> });
  const obstacle = OBSTACLES.find((code) => code === version.obstacle);
  const willMeet = EXPECTATIONS.find((code) => code === version.willMeet);
  const { reference } = version;
  return (
    <KeyValue
      items={[
        words(t("verification.value.narrative"), version.narrative),
        words(t("verification.value.comment"), version.comment),
        words(t("verification.value.correctionReason"), version.correctionReason),
        willMeet ? { label: t("verification.value.willMeet"), value: t(`entry.willMeet.${willMeet}`) } : null,
        obstacle ? { label: t("verification.value.obstacle"), value: t(`entry.obstacle.${obstacle}`) } : null,
        reference
          ? { label: t("entry.reference.label"), value: t("entry.reference.printed", { no: reference.no.replace(/^№\s*/, ""), on: reference.on ? print.date(reference.on) : "", holder: reference.holder }) }
          : null,
      ]}
    />
  );
}

export function isSilent(version: SaidBeside): boolean {
  return version.narrative === null && version.comment === null && version.correctionReason === null && version.reference === null && version.obstacle === null && version.willMeet === null;
}

export function EvidenceList({ evidence }: { evidence: readonly EvidenceView[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <ul className="stack-tight medium">
      {evidence.map((each) => (
        <li key={each.id}>
          {each.kind === "link" && each.url ? (
            <a href={each.url} rel="noreferrer noopener" className="break-anywhere">
              {each.url}
            </a>
          ) : each.removed ? (
            <TextOf text={{ purged: each.removed }} />
          ) : each.kind === "file" ? (
            <a href={evidencePath(each.id)}>{each.title === null ? t("verification.value.file") : <TextOf text={each.title} />}</a>
          ) : (
            <TextOf text={each.title} />
          )}{" "}
          <span className="small muted">
            {each.about ? `${each.about} · ` : null}
            {each.access === "public" ? null : `${t("verification.value.evidenceAccess", { level: t(`statuses.access.${each.access}`) })} · `}
            {print.moment(each.at, { zone: false })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a version is that has not been verified. */
export const unverifiedFact = ({ decisions }: Pick<VersionView, "decisions">): "returned" | "provisional" => (decisions.at(-1)?.decision === "returned" ? "returned" : "provisional");

export function Decisions({ decisions }: { decisions: readonly DecisionView[] }) {
  const { t } = useTranslation();
  const print = useFormat();
  return (
    <ul className="stack-tight">
      {decisions.map((each, index) => (
        <li key={index}>
          {t("verification.value.decisionBy", {
            decision: t(`verification.value.decision.${each.decision === "returned" && each.isSendingBack ? "sent_back" : each.decision}`),
            by: each.by,
            when: print.moment(each.at, { zone: false }),
          })}
          {each.reason ? <div className="medium">«<TextOf text={each.reason} />»</div> : null}
        </li>
      ))}
    </ul>
  );
}
