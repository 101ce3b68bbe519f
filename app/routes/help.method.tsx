import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import type { method } from "~/i18n/uk/method";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { handleOpenLoad } from "~/web/handle.server";

export const meta = pageMeta;

/** Help is for anybody: it explains rules and shows no data. */
export function loader(args: LoaderFunctionArgs) {
  return handleOpenLoad(args, async ({ t }) => ({ title: t("method.title") }));
}

const SECTIONS: readonly (keyof typeof method.sections)[] = [
  "labels", "progress", "hold", "noBaseline", "achieved", "missing", "overTime", "verified", "readings", "coverage", "suspended", "rounding", "pace", "basis", "backlog", "access",
];

export default function MethodGuide() {
  const { t } = useTranslation();
  return (
    <Page title={t("method.title")} sub={t("method.lead")}>
      <div className="stack">
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
      </div>
    </Page>
  );
}
