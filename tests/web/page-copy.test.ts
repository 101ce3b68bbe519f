import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { PageCopy } from "~/web/page-copy";

const FIRST = { nonce: "AAAAAAAAAAAAAAAAAAAAAA", requestId: "K7F3-9QXM", csrf: "c_first-token-of-43-characters-abcdefghijk" };
const NEXT = { nonce: "BBBBBBBBBBBBBBBBBBBBBB", requestId: "M2PQ-7TRW", csrf: "d_other-token-of-43-characters-abcdefghijk" };

const page = ({ nonce, requestId, csrf }: typeof FIRST) =>
  `<html data-reference="${requestId}"><script nonce="${nonce}">{"csrf":"${csrf}"}</script><p>${"Захід виконано. ".repeat(400)}</p><input value="${csrf}"><script nonce="${nonce}"></script>`;
const copy = new PageCopy([], page(FIRST), FIRST);

describe("a copy of a page", () => {
  it("carries the parts of the response it is sent with, everywhere, and none of the first", () => {
    const sent = Buffer.concat(copy.plain(NEXT)).toString();
    expect(sent).toBe(page(NEXT));
    for (const part of Object.values(FIRST)) expect(sent).not.toContain(part);
  });

  it("is the page itself for whom it was drawn", () => expect(Buffer.concat(copy.plain(FIRST)).toString()).toBe(page(FIRST)));

  it.each([["first", FIRST], ["next", NEXT], ["again", FIRST]])("compressed (%s) it says the same in far fewer bytes", (_which, own) => {
    const sent = Buffer.concat(copy.gzipped(own));
    expect(gunzipSync(sent).toString()).toBe(page(own));
    expect(sent.length).toBeLessThan(page(own).length / 5);
  });

  it.each([["no holes", "<p>text</p>"], ["a hole at either end", `${FIRST.nonce}text${FIRST.csrf}`], ["holes side by side", `<p>${FIRST.nonce}${FIRST.requestId}</p>`], ["nothing else", FIRST.nonce]])("with %s", (_what, html) => {
    const wanted = html.replace(FIRST.nonce, NEXT.nonce).replace(FIRST.requestId, NEXT.requestId).replace(FIRST.csrf, NEXT.csrf);
    const one = new PageCopy([], html, FIRST);
    expect(Buffer.concat(one.plain(NEXT)).toString()).toBe(wanted);
    expect(gunzipSync(Buffer.concat(one.gzipped(NEXT))).toString()).toBe(wanted);
  });

  it("counts what it holds, its compressed form from the beginning", () => {
    const { size } = copy;
    expect(size).toBeGreaterThan(Buffer.byteLength(page(FIRST)));
    copy.gzipped(NEXT);
    expect(copy.size).toBe(size);
  });
});
