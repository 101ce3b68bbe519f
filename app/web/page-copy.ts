import { constants, crc32, deflateRawSync } from "node:zlib";

/** What each response has of its own: no two may be alike, and none may be told another reader's. */
export interface OwnParts {
  /** of the Content-Security-Policy */
  nonce: string;
  /** number of the request */
  requestId: string;
  /** token of this browser's forms */
  csrf: string;
}

type Own = keyof OwnParts;
const OWN: readonly Own[] = ["nonce", "requestId", "csrf"];

/**
 * A page once drawn, with holes where each response puts its own parts. Between the holes it is compressed once; a hole
 * is sent as a stored block, so that a copy is compressed without compressing it again (RFC 1951 and 1952).
 */
export class PageCopy {
  readonly #between: Buffer[];
  readonly #holes: Own[];
  #deflated: Buffer[] | null = null;

  constructor(readonly headers: readonly (readonly [string, string])[], html: string, drawnFor: OwnParts) {
    // the tokens are letters, digits, "-" and "_": nothing that means something in an expression
    const parts = html.split(new RegExp(`(${OWN.map((own) => drawnFor[own]).join("|")})`));
    this.#between = parts.filter((_, index) => index % 2 === 0).map((text) => Buffer.from(text));
    this.#holes = parts.filter((_, index) => index % 2 === 1).map((text) => OWN.find((own) => drawnFor[own] === text) ?? "nonce");
  }

  /** bytes it holds, compressed form included before it is made: what is kept must not grow unseen */
  get size(): number {
    return this.#between.reduce((sum, { length }) => sum + length * 1.3, 0);
  }

  /** in pieces, so that what is kept is sent as it lies */
  plain(own: OwnParts): Buffer[] {
    return this.#between.flatMap((bytes, index) => [bytes, ...this.#hole(index, own)]);
  }

  gzipped(own: OwnParts): Buffer[] {
    this.#deflated ??= this.#between.map((bytes) => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH }));
    let check = 0;
    let length = 0;
    const blocks = this.#deflated.flatMap((deflated, index) => {
      const [hole] = this.#hole(index, own);
      for (const bytes of hole ? [this.#between[index]!, hole] : [this.#between[index]!]) {
        if (bytes.length > 0) check = crc32(bytes, check); // of nothing, the library starts anew
        length += bytes.length;
      }
      return hole ? [deflated, stored(hole), hole] : [deflated];
    });
    const end = Buffer.alloc(10);
    end.set(LAST_BLOCK);
    end.writeUInt32LE(check, 2);
    end.writeUInt32LE(length, 6);
    return [GZIP_HEAD, ...blocks, end];
  }

  #hole(index: number, own: OwnParts): Buffer[] {
    const name = this.#holes[index];
    return name === undefined ? [] : [Buffer.from(own[name])];
  }
}

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const LAST_BLOCK = [3, 0];

/** Head of a stored block that is not the last. */
function stored({ length }: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(length, 1);
  head.writeUInt16LE(~length & 0xffff, 3);
  return head;
}
