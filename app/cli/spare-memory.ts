import { setFlagsFromString } from "node:v8";

/**
 * Lets the heap grow by half between two clearings instead of up to fourfold: a server that answers in milliseconds leaves
 * much behind and needs little, and its machine has a database to feed. It sets no limit. Set when the server starts, so
 * that it holds however the program was called.
 */
export function spareMemory(): void {
  setFlagsFromString("--heap-growing-percent=50");
}
