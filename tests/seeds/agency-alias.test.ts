import { describe, expect, it } from "vitest";
import { foldAlias } from "~/domain/agency-alias";

describe("spellings of one body fold to one form", () => {
  it.each([
    ["Мін’юст", "Мін'юст"],
    ["Мінʼюст", "МІН'ЮСТ"],
    ["Держ митслужба", "Держмитслужба"],
    ["Адміністрація Держспецзв’язку", "адміністрація  держспецзв'язку"],
    ["АТ «Укрзалізниця»", 'АТ "Укрзалізниця"'],
    ["КЦ\u00a0ІУК", "КЦ ІУК"],
  ])("%s = %s", (a, b) => expect(foldAlias(a)).toBe(foldAlias(b)));

  it.each([
    ["ДМС", "ДМСУ"],
    ["Міноборони", "Мін'юст"],
  ])("%s is not %s", (a, b) => expect(foldAlias(a)).not.toBe(foldAlias(b)));
});
