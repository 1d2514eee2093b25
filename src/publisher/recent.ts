/** The values that were asked for last, so many at most. */
export class Recent<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();
  #last: { readonly key: string; readonly value: Value } | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Value): Value {
    // Most are asked for again and again before another is.
    if (key === this.#last?.key) return this.#last.value;
    const known = this.#values.get(key);
    const value = known ?? make();
    if (known !== undefined) this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#most) {
      const [oldest] = this.#values.keys();
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    this.#last = { key, value };
    return value;
  }
}
