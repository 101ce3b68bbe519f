import { describe, expect, it } from "vitest";
import { placeOf } from "~/cli/database-place";
import { demoClock } from "~/cli/demo-clock";
import { readEnv } from "~/env.server";

describe("settings", () => {
  it("has defaults that answer this machine only", () => {
    expect(readEnv({})).toEqual({ HOST: "127.0.0.1", PORT: 3000, TRUSTED_PROXIES: 0, LOG_LEVEL: "info" });
  });

  it("takes blank for not set", () => {
    expect(readEnv({ DATABASE_URL: "", PORT: "", HOST: "" })).toEqual(readEnv({}));
  });

  it.each([
    ["PORT", "http", /PORT must be a number/],
    ["DATABASE_URL", "mysql://x", /DATABASE_URL must begin with postgres/],
    ["DEMO_TODAY", "2026-02-30", /DEMO_TODAY must be a date/],
    ["PUBLIC_URL", "monitor", /PUBLIC_URL must be an address/],
  ])("%s=%s is refused in a sentence", (name, value, sentence) => {
    expect(() => readEnv({ [name]: value })).toThrow(sentence);
  });
});

describe("where the data is", () => {
  const url = "postgres://somewhere/x";
  it.each([
    ["demo", {}, { dataDir: "./.data/demo" }],
    ["cli", {}, { dataDir: "./.data/demo" }],
    ["serve", {}, { dataDir: "./.data/production" }],
    ["demo", { DATA_DIR: "x" }, { dataDir: "x" }],
    ["serve", { DATA_DIR: "x" }, { dataDir: "x" }],
    ["demo", { DATABASE_URL: url }, { dataDir: "./.data/demo" }],
    ["demo", { DATABASE_URL: url, DATA_DIR: "x" }, { dataDir: "x" }],
    ["cli", { DATABASE_URL: url }, { url }],
    ["serve", { DATABASE_URL: url, DATA_DIR: "x" }, { url }],
  ] as const)("%s with %j", (command, settings, place) => {
    expect(placeOf(readEnv(settings), command)).toEqual(place);
  });
});

describe("the demo's clock", () => {
  it.each([
    ["no day set", undefined, "2026-11-25T08:00:00.000Z", "2026-11-25T08:00:00.000Z"],
    ["the same day", "2026-11-25", "2026-11-25T08:00:00.000Z", "2026-11-25T08:00:00.000Z"],
    ["a day before, in summer: the time of day in Kyiv stays", "2026-07-01", "2026-11-25T08:00:00.000Z", "2026-07-01T07:00:00.000Z"],
    ["a day after", "2027-03-15", "2026-11-25T08:00:00.000Z", "2027-03-15T08:00:00.000Z"],
    ["an hour at which Kyiv is a day ahead", "2026-11-26", "2026-11-25T22:30:00.000Z", "2026-11-25T22:30:00.000Z"],
  ])("%s", (_what, day, real, shown) => {
    expect(demoClock(day, () => real)()).toBe(shown);
  });
});
