import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ChangedSince } from "~/features/plan/plan-reading-line";
import { readingQuestion } from "~/features/plan/reading-question";
import { knownAtWords } from "~/features/report/known-at";
import { versionsPath } from "~/features/value/addresses";
import { getValue } from "~/features/value/get-value.server";
import { EvidenceList, unverifiedFact } from "~/features/value/value-parts";
import { VersionsTable } from "~/features/value/versions-table";
import { useFormat } from "~/i18n/use-format";
import { KeyValue } from "~/ui/key-value";
import { LocalText } from "~/ui/local-text";
import { Page, ReadingLine } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Note } from "~/ui/panels";
import { SeriesChart } from "~/ui/series-chart";
import { FactTag } from "~/ui/status-tag";
import { handleLoad } from "~/web/handle.server";

export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  return handleLoad(args, async ({ db, actor, now, params, url, words }) => {
    const value = await getValue(db, actor, now, params.measurementId ?? "", words, { ...readingQuestion(url.searchParams), period: url.searchParams.get("period") });
    return { title: value.head.title, illustrative: value.head.illustrative, value };
  });
}

export default function ValueRoute() {
  const { t } = useTranslation();
  const print = useFormat();
  const { value } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const { head, official, provisional, discrepancies } = value;
  const evidence = (official ?? provisional)?.evidence ?? [];
  const verifiedAt = official?.decisions.at(-1)?.at;
  const crumbs = [...head.crumbs.slice(0, -1), ...head.crumbs.slice(-1).map((crumb) => ({ ...crumb, href: head.href })), { label: print.period(value.periodKey) }];
  return (
    <Page
      title={<LocalText text={head.name} />}
      crumbs={crumbs}
      sub={`${t("verification.value.title", { period: print.period(value.periodKey) })} · ${value.agency}`}
      marks={
        <>
          {official ? <FactTag fact="verified">{t("home.officialValue", { value: official.value })}</FactTag> : null}
          {provisional ? <FactTag fact={unverifiedFact(provisional)}>{`${t(`statuses.fact.${unverifiedFact(provisional)}`)}: ${provisional.value}`}</FactTag> : null}
        </>
      }
      reading={value.knownOn === null && value.ceiling === null ? null : <ReadingLine ceiling={value.ceiling ?? undefined} more={[knownAtWords(value.knownAt, value.knownOn, { t, print })]} />}
    >
      <div className="columns columns-aside">
        <div className="stack">
          {value.changedSince ? <ChangedSince search={search} /> : null}
          {discrepancies.map((each) => (
            <Note key={each.at} tone="warn">
              <b>{t("verification.value.discrepancy")}.</b> {t("verification.value.discrepancyText", { source: each.otherSource, value: each.otherValue })}{" "}
              {each.decidedBy ? t("verification.value.decidedBy", { agency: each.decidedBy }) : t("verification.value.notDecided")} {each.note}
            </Note>
          ))}
          <VersionsTable versions={value.versions} caption={t("verification.value.versions")} csvHref={`${versionsPath(value.id)}${search}`} />
          {value.series ? <SeriesChart model={value.series} size="column" /> : null}
        </div>
        <aside className="sticky stack" aria-label={t("common.value")}>
          <section className="card">
            <h2>{t("common.value")}</h2>
            <KeyValue
              short
              items={[
                official ? { label: t("verification.value.official"), value: <b>{official.value}</b> } : { label: t("verification.value.official"), value: t("verification.value.noOfficial") },
                verifiedAt ? { label: t("verification.value.when"), value: t("verification.value.officialOn", { when: print.moment(verifiedAt, { zone: false }) }) } : null,
                provisional ? { label: t("verification.value.provisional"), value: <b>{provisional.value}</b> } : null,
                { label: t("common.agency"), value: value.agency },
              ]}
            />
          </section>
          <section className="card">
            <h2>{t("verification.value.evidence")}</h2>
            {evidence.length > 0 ? <EvidenceList evidence={evidence} /> : <p className="small muted">{t("verification.value.noEvidence")}</p>}
          </section>
          {value.verifyHref ? <Link className="button" to={value.verifyHref}>{t("verification.desk.title")}</Link> : null}
          {value.enterHref ? <Link className="button button-outline" to={value.enterHref}>{t("verification.value.correct")}</Link> : null}
        </aside>
      </div>
    </Page>
  );
}
