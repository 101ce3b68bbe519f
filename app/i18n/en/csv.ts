import type { Translation } from "../catalogue";
import type { csv as source } from "../uk/csv";

export const csv = {
  link: "CSV",
  linkFor: "Download the table “{{caption}}” as CSV",
} satisfies Translation<typeof source>;
