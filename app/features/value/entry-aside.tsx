/** What a value is compared with while it is typed, and what will happen to it. */
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { KeyValue } from "~/ui/key-value";
import { SeriesChart } from "~/ui/series-chart";
import type { EntryView } from "./get-entry-form.server";

export function EntryAside({ view }: { view: EntryView }) {
  const { t } = useTranslation();
  const print = useFormat();
  const { last, target, finalTarget, baseline, measureDueOn } = view;
  const line = (label: string, value: string | null) => (value === null ? null : { label, value });
  return (
    <aside className="sticky stack" aria-label={t("entry.compare.title")}>
      <section className="card">
        <h2>{t("entry.compare.title")}</h2>
        <KeyValue
          short
          items={[
            line(t("entry.compare.last"), last && `${last.value}, ${print.date(last.on)}`),
            line(t("entry.compare.target", { period: target?.periodKey ?? "" }), target && target.value),
            line(finalTarget?.on ? t("entry.compare.finalTargetOf", { period: finalTarget.on }) : t("entry.compare.finalTarget"), finalTarget && finalTarget.value),
            line(t("entry.compare.baseline"), baseline && (baseline.when ? `${baseline.value} (${baseline.when})` : baseline.value)),
            line(t("entry.compare.measureDue"), measureDueOn && print.date(measureDueOn)),
          ]}
        />
      </section>
      {view.series ? <SeriesChart model={view.series} size="small" /> : null}
      <p className="small muted">{view.needsApproval ? t("entry.afterNoteApproval") : t("entry.afterNote")}</p>
    </aside>
  );
}
