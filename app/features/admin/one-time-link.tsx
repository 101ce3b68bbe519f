import { useTranslation } from "react-i18next";

/** A link that is shown once; a box, so that it can be selected whole and copied without a script. */
export function OneTimeLink({ link }: { link: string }) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label htmlFor="one-time-link">{t("admin.link")}</label>
      <span className="hint" id="one-time-link-hint">{t("admin.linkOnce")}</span>
      <input id="one-time-link" className="width-full" type="text" readOnly value={link} aria-describedby="one-time-link-hint" />
    </div>
  );
}
