/** A memory with a limit: when the sizes of what it holds grow above it, what was used longest ago goes. */
export class RecentlyUsed<Value> {
  readonly #kept = new Map<string, Value>();
  #size = 0;

  constructor(private readonly limit: number, private readonly sizeOf: (value: Value) => number = () => 1) {}

  get(key: string): Value | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.delete(key);
    this.#kept.set(key, value);
    this.#size += this.sizeOf(value);
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.limit) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.#kept.get(key);
    if (value === undefined) return;
    this.#kept.delete(key);
    this.#size -= this.sizeOf(value);
  }
}
