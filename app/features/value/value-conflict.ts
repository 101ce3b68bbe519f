import { DomainError } from "~/domain/errors";
import type { PlainValue } from "./plain-value";

export interface SeenVersion {
  no: number;
  value: PlainValue;
  recordedAt: string;
  /** written by the person who now meets the conflict, in another window */
  own: boolean;
}

/** Somebody saved meanwhile: what the form was opened at, what is there now (case C14). What was typed is a draft. */
export class ValueConflict extends DomainError {
  constructor(
    readonly saw: SeenVersion | null,
    readonly there: SeenVersion,
  ) {
    super("value_changed_meanwhile", { no: there.no });
  }
}
