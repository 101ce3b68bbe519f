import type { Translation } from "../catalogue";
import type { home as source } from "../uk/home";

export const home = {
  title: "My tasks",
  titleFor: "My tasks: {{period}}",
  first: "First:",
} satisfies Translation<typeof source>;
