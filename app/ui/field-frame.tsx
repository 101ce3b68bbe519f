/** What every field has: label, hint, message, box, in that order, and the spine of a warning or an error. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { messageText } from "~/i18n/message-code";
import { fieldId, typedValues, useFormResult, type FormResult } from "./form-result";
import { Icon } from "./icons";

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultValue?: string | null;
  optional?: boolean;
  disabled?: boolean;
  /** the form's own result is used when none is given */
  lastResult?: FormResult | null;
  /** the label is said by what stands around the field */
  labelHidden?: boolean;
}

interface FieldState {
  id: string;
  typed: string[] | null;
  errors: string[];
  warnings: string[];
  /** attributes of the box */
  box: { id: string; name: string; "aria-invalid"?: true; "aria-describedby"?: string };
}

export function useFieldState({ name, hint, lastResult }: Pick<FieldProps, "name" | "hint" | "lastResult">): FieldState {
  const formResult = useFormResult();
  const result = lastResult === undefined ? formResult : lastResult;
  const id = fieldId(name);
  const errors = result?.error?.[name] ?? [];
  const warnings = errors.length > 0 ? [] : (result?.warning?.[name] ?? []);
  const described = [hint ? `${id}-hint` : "", errors.length + warnings.length > 0 ? `${id}-message` : ""].filter(Boolean).join(" ");
  return {
    id,
    typed: typedValues(result, name),
    errors,
    warnings,
    box: { id, name, "aria-invalid": errors.length > 0 ? true : undefined, "aria-describedby": described || undefined },
  };
}

export const fieldClass = (state: FieldState) => `field${state.errors.length > 0 ? " field-error" : state.warnings.length > 0 ? " field-warn" : ""}`;

/** Hint and message; they stand between the label and the box. */
export function FieldWords({ state, hint }: { state: FieldState; hint?: ReactNode }) {
  const { t } = useTranslation();
  const messages = [...state.errors, ...state.warnings];
  return (
    <>
      {hint ? (
        <span className="hint" id={`${state.id}-hint`}>
          {hint}
        </span>
      ) : null}
      {messages.length > 0 ? (
        <span className="field-message" id={`${state.id}-message`}>
          {state.warnings.length > 0 ? <Icon name="overdue" /> : null} {messages.map((code) => messageText(t, code)).join(" ")}
        </span>
      ) : null}
    </>
  );
}

function OptionalMark({ optional }: { optional?: boolean }) {
  const { t } = useTranslation();
  return optional ? <span className="optional"> ({t("common.optional")})</span> : null;
}

/** A field with one box. */
export function FieldFrame({ props, state, children }: { props: FieldProps; state: FieldState; children: ReactNode }) {
  return (
    <div className={fieldClass(state)}>
      <label htmlFor={state.id} className={props.labelHidden ? "visually-hidden" : undefined}>
        {props.label}
        <OptionalMark optional={props.optional} />
      </label>
      <FieldWords state={state} hint={props.hint} />
      {children}
    </div>
  );
}

/** A group of boxes under one legend. */
export function FieldGroup({ props, state, children }: { props: Pick<FieldProps, "label" | "hint" | "optional" | "labelHidden">; state: FieldState; children: ReactNode }) {
  return (
    <fieldset className={fieldClass(state)} id={state.id} tabIndex={-1} aria-describedby={state.box["aria-describedby"]} aria-invalid={state.box["aria-invalid"]}>
      <legend className={props.labelHidden ? "visually-hidden" : undefined}>
        {props.label}
        <OptionalMark optional={props.optional} />
      </legend>
      <FieldWords state={state} hint={props.hint} />
      {children}
    </fieldset>
  );
}
