import type { Translation } from "../catalogue";
import type { shell as source } from "../uk/shell";

export const shell = {
  brand: { first: "IBM", second: "monitor" },
  skip: "Skip to content",
  mainNav: "Main",
  youAreHere: "You are here",
  illustrativeLabel: "Notice",
  illustrative: "Illustrative data: the wording and almost all numbers are invented.",
  signIn: "Sign in",
  signOut: "Sign out",
  account: "Account: {{name}}",
  switchTo: { uk: "Українською", en: "English" },
  help: "Help",
  howToRead: "How to read the marks",
  footerNote: "Every figure opens its formula.",
  nav: {
    home: "My tasks",
    queue: "Queue",
    cycle: "Cycle",
    overview: "Overview",
    plan: "Plan",
    scorecard: "Scorecard",
    people: "People",
    audit: "Audit",
    security: "Security",
    settings: "Settings",
    help: "Help",
  },
  reading: {
    label: "How to read the figures on this page",
    basis: {
      in_force_on_1_january: "Basis: plan in force on {{date}}",
      current: "Basis: current plan",
      as_first_adopted: "Basis: plan as first adopted",
    },
    knownAt: "Known on {{date}}",
    official: "Verified values only",
    includingProvisional: "Including provisional values",
    ceiling: {
      public: "Level: public information",
      internal: "Level: IBM bodies",
      restricted: "Level: official use",
    },
    change: "Change",
  },
} satisfies Translation<typeof source>;
