/** Verdicts in words: what the evaluator wrote of each executor's part, and what the body replied. */
import { useTranslation } from "react-i18next";
import { kyivDateOf } from "~/domain/dates";
import type { MeasureStatus } from "~/domain/facts";
import { useFormat } from "~/i18n/use-format";
import { LocalText } from "~/ui/local-text";
import type { Text } from "~db/queries/content";
import type { FinalVerdict } from "~db/queries/final-verdicts";

export interface WrittenVerdict {
  body: string;
  verdict: FinalVerdict;
  /** what the rules suggested where the evaluator gave another */
  suggested: MeasureStatus | null;
}

/** Of each executor judged: the text, the reason to differ, the reply, the evaluator's own sources. */
export function WrittenVerdicts({ written, texts }: { written: readonly WrittenVerdict[]; texts: ReadonlyMap<string, Text> }) {
  const { t: p } = useTranslation("public");
  if (written.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{p("measure.wrote")}</h2>
      {written.map(({ body, verdict, suggested }) => (
        <div className="stack-tight" key={verdict.id}>
          {written.length > 1 ? <h3>{p("measure.ofBody", { body })}</h3> : null}
          {verdict.textDigest === null ? <p className="medium muted">{p("measure.silent")}</p> : <Written digest={verdict.textDigest} texts={texts} />}
          <Differs verdict={verdict} suggested={suggested} texts={texts} />
          {verdict.legalBasis === null ? null : <p className="small">{p("measure.legalBasis", { basis: verdict.legalBasis })}</p>}
          <Reply body={body} verdict={verdict} texts={texts} />
          <Sources verdict={verdict} texts={texts} />
        </div>
      ))}
    </section>
  );
}

interface PartProps {
  verdict: FinalVerdict;
  texts: ReadonlyMap<string, Text>;
}

/** As it was written; the act it was removed under where it was. */
function Written({ digest, texts }: { digest: string; texts: ReadonlyMap<string, Text> }) {
  return <p className="medium prose preserve-lines"><Words digest={digest} texts={texts} /></p>;
}

function Words({ digest, texts }: { digest: string; texts: ReadonlyMap<string, Text> }) {
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const found = texts.get(digest);
  if (found === undefined) return null;
  if ("purged" in found) return <em>{p("measure.purged", { act: found.purged.actNo, date: print.date(found.purged.actOn) })}</em>;
  return <LocalText text={inItsLanguage(found.text)} />;
}

/** A text is written in one language, and says by its letters in which. */
const inItsLanguage = (text: string) => (/[а-яіїєґ]/i.test(text) ? { uk: text, en: null } : { uk: null, en: text });

function Differs({ verdict, suggested, texts }: PartProps & { suggested: MeasureStatus | null }) {
  const { t } = useTranslation();
  const { t: p } = useTranslation("public");
  if (suggested === null || verdict.differsDigest === null) return null;
  return <p className="medium prose">{p("measure.differs", { suggested: t(`statuses.measure.${suggested}`) })} <Words digest={verdict.differsDigest} texts={texts} /></p>;
}

function Reply({ body, verdict, texts }: PartProps & { body: string }) {
  const { t: p } = useTranslation("public");
  const print = useFormat();
  const { reply, replyUntil } = verdict;
  if (reply === null) return <p className="small muted">{p("measure.noReply", { body, until: print.date(replyUntil) })}</p>;
  const on = kyivDateOf(reply.recordedAt);
  return (
    <div className="stack-tight">
      <p className="small muted">
        {p(reply.agreed ? "measure.agreed" : "measure.remarks", { body, date: print.date(on) })}
        {on > replyUntil ? ` ${p("measure.late", { until: print.date(replyUntil) })}` : ""}
      </p>
      {reply.textDigest === null ? null : <Written digest={reply.textDigest} texts={texts} />}
    </div>
  );
}

function Sources({ verdict: { sources }, texts }: PartProps) {
  const { t: p } = useTranslation("public");
  const print = useFormat();
  if (sources.length === 0) return null;
  return (
    <>
      <h3>{p("measure.sources")}</h3>
      <ul className="small">
        {sources.map(({ kind, url, titleDigest, seenOn }) => {
          const title = titleDigest === null ? (url ?? "") : <Words digest={titleDigest} texts={texts} />;
          return (
            <li key={`${url} ${titleDigest} ${seenOn}`} className="break-anywhere">
              {url === null ? title : <a href={url} rel="noreferrer">{title}</a>}
              {kind === "visit" ? `, ${p("measure.visit")}` : ""}{seenOn === null ? "" : `, ${p("measure.seenOn", { date: print.date(seenOn) })}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}
