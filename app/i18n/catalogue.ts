/**
 * Types of the catalogues. Ukrainian is the source; the English catalogue must have every key it has and no
 * other, except that Ukrainian plurals have the forms one / few / many / other and English one / other.
 */
import type { TFunction } from "i18next";
import type uk from "./uk";
import type { publicSite } from "./uk/public";

export type Catalogue = typeof uk;

/** What a translation of `Source` must look like: `satisfies Translation<typeof source>`. */
export type Translation<Source> = {
  [Key in keyof Source as Key extends `${string}_few` | `${string}_many` ? never : Key]: Source[Key] extends string
    ? string
    : Translation<Source[Key]>;
};

/** `t`: knows every key, chooses plural forms by `count`. */
export type Translate = TFunction;

/** The same for the words of the public site, which are no part of a page's catalogue. */
export type PublicTranslate = TFunction<"public">;

export type TranslatedCatalogue = Translation<Catalogue>;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Catalogue; public: typeof publicSite };
    returnNull: false;
  }
}
