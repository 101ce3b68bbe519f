import { DomainError } from "~/domain/errors";
import type { Content, Missing } from "~/domain/facts";

export interface SeenVersion {
  no: number;
  content: Content | Missing;
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
