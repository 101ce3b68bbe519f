import { createHash } from "node:crypto";

const NAMESPACE = "ibm-strategy-monitor/seeds";

/** The same uuid for the same names, for ever: seeded rows keep their identity over re-seeding and over languages. */
export function seedId(...names: (string | number)[]): string {
  const bytes = createHash("sha256").update([NAMESPACE, ...names].join("\u0000")).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A whole number from 0 to `below` − 1 that depends on the names alone: variety without chance. */
export function seedNumber(below: number, ...names: (string | number)[]): number {
  return createHash("sha256").update(names.join("\u0000")).digest().readUInt32BE(0) % below;
}

export const sha256 = (body: string | Uint8Array) => createHash("sha256").update(body).digest("hex");
