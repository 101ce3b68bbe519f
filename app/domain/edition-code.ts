/**
 * The short code of an edition, "K7Q-204": read over a telephone and typed from paper, so without letters that look like
 * figures or like each other, and without vowels that would make words. The same digest gives the same code.
 */
const SIGNS = "CFHJKMNPQRTVWXY3479";

/** `digest`: sha256 in hexadecimal. */
export function editionCode(digest: string): string {
  const head = Array.from({ length: 3 }, (_, index) => SIGNS[Number.parseInt(digest.slice(index * 4, index * 4 + 4), 16) % SIGNS.length]);
  return `${head.join("")}-${String(Number.parseInt(digest.slice(12, 20), 16) % 1000).padStart(3, "0")}`;
}
