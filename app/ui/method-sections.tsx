/** The rules of computing in plain words, each with an example; the same for those who work here and for the public. */
import { useTranslation } from "react-i18next";
import type { method } from "~/i18n/uk/method";

type Section = keyof typeof method.sections;

const SECTIONS: readonly Section[] = [
  "labels", "progress", "hold", "noBaseline", "achieved", "missing", "overTime", "verified", "readings", "coverage", "suspended", "rounding", "pace", "basis", "backlog", "access",
];

export function MethodSections() {
  const { t } = useTranslation();
  return (
    <>
      <nav aria-label={t("method.contents")}>
        <ol className="small contents">
          {SECTIONS.map((key) => <li key={key}><a href={`#${key}`}>{t(`method.sections.${key}.title`)}</a></li>)}
        </ol>
      </nav>
      {SECTIONS.map((key) => (
        <section className="card stack-tight" key={key} id={key} aria-labelledby={`${key}-title`}>
          <h2 id={`${key}-title`}>{t(`method.sections.${key}.title`)}</h2>
          <p className="prose">{t(`method.sections.${key}.text`)}</p>
          <p className="formula-line"><span className="small muted">{t("method.example")}: </span>{t(`method.sections.${key}.example`)}</p>
        </section>
      ))}
    </>
  );
}
