import type { Translate } from "./catalogue";
import type { Format } from "./formatter";

/** The words of one language: its sentences, and its way of writing figures, dates and periods. */
export interface Words {
  t: Translate;
  print: Format;
}
