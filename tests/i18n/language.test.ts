/** Which language a request is answered in: the address, then the choice remembered, else Ukrainian. */
import { describe, expect, it } from "vitest";
import { languageCookie } from "../../app/i18n/language";
import { askedLanguage, readLanguage } from "../../app/i18n/language.server";
import { messageCode, messageText } from "../../app/i18n/message-code";
import { translator } from "../../app/i18n/translate";

const request = (path: string, cookie?: string, accept?: string) =>
  new Request(`http://localhost${path}`, { headers: { ...(cookie ? { Cookie: cookie } : {}), ...(accept ? { "Accept-Language": accept } : {}) } });

describe("language of an answer", () => {
  it.each([
    ["nothing said", request("/"), "uk"],
    ["address", request("/?lang=en"), "en"],
    ["cookie", request("/", "a=1; lang=en; b=2"), "en"],
    ["address before cookie", request("/?lang=uk", "lang=en"), "uk"],
    ["unknown language in the address", request("/?lang=de", "lang=en"), "en"],
    ["unknown language in the cookie", request("/", "lang=xx"), "uk"],
    ["a cookie with a like name", request("/", "slang=en"), "uk"],
    ["the browser's list is not asked", request("/", undefined, "en-GB"), "uk"],
  ])("%s", (_, asked, language) => {
    expect(readLanguage(asked)).toBe(language);
  });

  it("says whether the address asks, so that the answer remembers it", () => {
    expect([askedLanguage(request("/?lang=en")), askedLanguage(request("/", "lang=en"))]).toEqual(["en", null]);
  });

  it("is remembered for the whole site, over https only where there is https", () => {
    expect(languageCookie("en", false)).toBe("lang=en; Path=/; Max-Age=31536000; SameSite=Lax");
    expect(languageCookie("en", true)).toContain("; Secure");
  });
});

describe("message codes", () => {
  const uk = translator("uk");
  it("carry their values and are read in either language", () => {
    const code = messageCode("errors.tooHigh", { max: "100 & more" });
    expect(messageText(uk, code)).toBe("Не більше як 100 & more");
    expect(messageText(translator("en"), code)).toBe("At most 100 & more");
  });

  it("choose the plural by count", () => {
    expect(messageText(uk, messageCode("common.days", { count: 3 }))).toBe("3 дні");
  });

  it("leave a text that is no code as it is", () => {
    expect(messageText(uk, "Лист № 7: чому?")).toBe("Лист № 7: чому?");
  });
});
