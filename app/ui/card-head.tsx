import { useTranslation } from "react-i18next";

/** Title of a card whose small table leaves as a file, line by line. */
export function CardHead({ title, csvHref }: { title: string; csvHref: string }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <h2>{title}</h2>
      <a className="push-end small no-print" href={csvHref} download>
        {t("csv.link")}
        <span className="visually-hidden">: {t("csv.linkFor", { caption: title })}</span>
      </a>
    </div>
  );
}
