/** An archive is looked at before it is unpacked: a small file that would become a large one is refused. */
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { checkArchive } from "~/features/plan-import/archive-check.server";

const packed = zipSync({ "word/document.xml": new Uint8Array(1_000_000), "word/styles.xml": new Uint8Array(10) });

describe("what an archive says it holds", () => {
  test("within the limits", () => expect(() => checkArchive(packed)).not.toThrow());
  test("a thousand bytes that unpack to a million", () => {
    expect(packed.byteLength).toBeLessThan(2_000);
    expect(() => checkArchive(packed, { unpackedBytes: 999_999, parts: 10 })).toThrow(expect.objectContaining({ code: "plan_file_too_large" }));
  });
  test("too many parts", () => expect(() => checkArchive(packed, { unpackedBytes: 10_000_000, parts: 1 })).toThrow(expect.objectContaining({ code: "plan_file_too_large" })));
  test("no archive at all", () => expect(() => checkArchive(new TextEncoder().encode("PK and no more"))).toThrow(expect.objectContaining({ code: "plan_file_damaged" })));
});
