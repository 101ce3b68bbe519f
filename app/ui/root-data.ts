/**
 * What the root loader hands to every page. The web layer fills it (app/web/root-data.server.ts); the frame
 * reads it through `useRootData()`.
 */
import { useRouteLoaderData } from "@remix-run/react";
import type { Language } from "~/i18n/language";
import type uk from "~/i18n/uk";

type NavKey = keyof (typeof uk)["shell"]["nav"];

export interface NavItem {
  href: string;
  label: NavKey;
}

interface SignedIn {
  name: string;
  /** role and body in the reader's language: "Оцінювач, МВС" */
  roleLabel: string;
}

export interface RootData {
  language: Language;
  user: SignedIn | null;
  nav: NavItem[];
  /** invented data anywhere on the page: the striped banner is shown and printed */
  illustrative: boolean;
  /** token that every writing form carries in the field CSRF_FIELD */
  csrf: string;
  /** number a person can quote to support; null when there is none */
  reference: string | null;
}

/** Names of the hidden fields that every writing form may carry; read in one place by the web layer. */
export const CSRF_FIELD = "_csrf";
export const IDEMPOTENCY_FIELD = "_key";
/** the button that was pressed: "submit", "draft" … */
export const INTENT_FIELD = "_intent";
/** a language to switch to: nothing is saved, the form comes back as typed, in that language */
export const LANGUAGE_FIELD = "_lang";

/** The entry form that the language switch must not empty. */
export const MAIN_FORM_ID = "main-form";

/** What a route may export as `handle`. */
export interface PageHandle {
  /** the page has a form with id MAIN_FORM_ID whose action answers LANGUAGE_FIELD; a text names the button that Enter presses */
  mainForm?: boolean | string;
}

/** Null while the root loader has failed: the error page must stand without it. */
export function useRootData(): RootData | null {
  return (useRouteLoaderData("root") as RootData | undefined) ?? null;
}
