import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

export interface Backlog {
  carriedIn: number;
  cleared: number;
  dropped: number;
  suspended: number;
  notAchieved: number;
  carriedOut: number;
}

/** The backlog (rule 21) as an equation: in − cleared − dropped − suspended + not achieved = out. */
export function BacklogLine({ backlog }: { backlog: Backlog }) {
  const { t } = useTranslation();
  const print = useFormat();
  const terms = [
    { sign: "", key: "carriedIn", always: true },
    { sign: "−", key: "cleared", always: true },
    { sign: "−", key: "dropped", always: false },
    { sign: "−", key: "suspended", always: false },
    { sign: "+", key: "notAchieved", always: true },
    { sign: "=", key: "carriedOut", always: true },
  ] as const;
  return (
    <p className="equation">
      {terms.filter(({ key, always }) => always || backlog[key] > 0).map(({ sign, key }) => (
        <span key={key} className="nowrap">
          <span className="muted">{`${sign} ${t(`scorecard.backlog.${key}`)}`.trim()}</span> <b>{print.number(backlog[key])}</b>
        </span>
      ))}
    </p>
  );
}
