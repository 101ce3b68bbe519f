/** The fields of a form. All work without JavaScript and give back what was typed after a refusal. */
import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { FieldFrame, FieldGroup, FieldWords, fieldClass, useFieldState, type FieldProps } from "./field-frame";

type Width = "5" | "10" | "20" | "full";

interface TextFieldProps extends FieldProps {
  type?: "text" | "password" | "email" | "search" | "url";
  width?: Width;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "text" | "decimal" | "numeric" | "email" | "url";
  /** said after the box, part of its name for screen readers */
  unit?: string;
  maxLength?: number;
  autoFocus?: boolean;
  spellCheck?: boolean;
}

export function TextField({ type = "text", width = "full", unit, autoComplete, inputMode, maxLength, autoFocus, spellCheck, ...props }: TextFieldProps) {
  const state = useFieldState(props);
  const unitId = unit ? `${state.id}-unit` : undefined;
  const describedBy = [state.box["aria-describedby"], unitId].filter(Boolean).join(" ") || undefined;
  return (
    <FieldFrame props={props} state={state}>
      <span className="field-box">
        <input
          {...state.box}
          aria-describedby={describedBy}
          type={type}
          className={`width-${width}`}
          defaultValue={type === "password" ? undefined : (state.typed?.[0] ?? (state.typed ? "" : (props.defaultValue ?? undefined)))}
          disabled={props.disabled}
          autoComplete={autoComplete ?? "off"}
          inputMode={inputMode}
          maxLength={maxLength}
          autoFocus={autoFocus}
          spellCheck={spellCheck}
        />
        {unit ? <span id={unitId}>{unit}</span> : null}
      </span>
    </FieldFrame>
  );
}

/** A number as typed, comma or point; checked by the server. The unit stands beside the box. */
export function NumberField(props: Omit<TextFieldProps, "type" | "inputMode">) {
  return <TextField width="5" {...props} inputMode="decimal" spellCheck={false} />;
}

/** A date typed as 24.11.2026; the server also reads 2026-11-24. */
export function DateField(props: Omit<TextFieldProps, "type" | "inputMode">) {
  return <TextField width="10" {...props} inputMode="numeric" spellCheck={false} />;
}

/** Numerator and denominator side by side with their quotient, where it is known. */
export function PartsField({ numerator, denominator, result }: { numerator: Omit<TextFieldProps, "type">; denominator: Omit<TextFieldProps, "type">; result?: string | null }) {
  return (
    <div className="parts">
      <NumberField {...numerator} />
      <NumberField {...denominator} />
      {result ? <output className="parts-result">= {result}</output> : null}
    </div>
  );
}

export function TextArea({ rows = 3, maxLength, ...props }: FieldProps & { rows?: number; maxLength?: number }) {
  const state = useFieldState(props);
  return (
    <FieldFrame props={props} state={state}>
      <textarea {...state.box} rows={rows} maxLength={maxLength} disabled={props.disabled} defaultValue={state.typed?.[0] ?? (state.typed ? "" : (props.defaultValue ?? undefined))} />
    </FieldFrame>
  );
}

interface Option {
  value: string;
  label: ReactNode;
  /** marked and listed first, never chosen beforehand */
  suggested?: ReactNode;
}

/** `empty` is the words of the first, unchosen line. */
export function SelectField({ options, empty, width = "20", ...props }: FieldProps & { options: readonly (Option & { label: string })[]; empty?: string; width?: Width }) {
  const state = useFieldState(props);
  return (
    <FieldFrame props={props} state={state}>
      <select {...state.box} className={`width-${width}`} disabled={props.disabled} defaultValue={state.typed?.[0] ?? (state.typed ? "" : (props.defaultValue ?? ""))}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** `more`: options that are seldom chosen, behind words of their own; open when one of them is chosen. */
export function RadioField({ options, inline = false, more, ...props }: FieldProps & { options: readonly Option[]; inline?: boolean; more?: { summary: string; options: readonly Option[] } }) {
  const state = useFieldState(props);
  const chosen = state.typed?.[0] ?? (state.typed ? undefined : props.defaultValue);
  const ordered = [...options].sort((a, b) => Number(Boolean(b.suggested)) - Number(Boolean(a.suggested)));
  const line = (option: Option) => (
    <label key={option.value} className={option.suggested ? "option option-suggested" : "option"}>
      <input type="radio" name={props.name} value={option.value} defaultChecked={chosen === option.value} disabled={props.disabled} />
      <span>
        {option.label} {option.suggested ? <span className="small">{option.suggested}</span> : null}
      </span>
    </label>
  );
  return (
    <FieldGroup props={props} state={state}>
      <div className={inline ? "options-row" : undefined}>{ordered.map(line)}</div>
      {more && more.options.length > 0 ? (
        <details open={more.options.some(({ value }) => value === chosen)}>
          <summary className="small">{more.summary}</summary>
          {more.options.map(line)}
        </details>
      ) : null}
    </FieldGroup>
  );
}

/** One tick. Its value is "on"; not ticked, the field is absent from the post. */
export function CheckboxField({ defaultChecked = false, ...props }: Omit<FieldProps, "defaultValue" | "labelHidden"> & { defaultChecked?: boolean }) {
  const state = useFieldState(props);
  return (
    <div className={fieldClass(state)}>
      <FieldWords state={state} hint={props.hint} />
      <label className="option">
        <input {...state.box} type="checkbox" defaultChecked={state.typed ? state.typed.length > 0 : defaultChecked} disabled={props.disabled} />
        <span>{props.label}</span>
      </label>
    </div>
  );
}
