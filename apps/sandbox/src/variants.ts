/** The open points of the vendors' documents that are switched to their other reading. */
export class Variants<Name extends string = string> {
  readonly #known: ReadonlySet<string>;
  readonly #initial: readonly Name[];
  readonly #enabled = new Set<Name>();

  /** @throws RangeError for a name that is no variant */
  constructor(known: readonly Name[], initial: readonly string[] = []) {
    this.#known = new Set(known);
    this.#initial = initial.map((name) => this.#checked(name));
    this.reset();
  }

  has(name: Name): boolean {
    return this.#enabled.has(name);
  }

  /** @throws RangeError for a name that is no variant */
  change(change: { readonly enable?: readonly string[]; readonly disable?: readonly string[] }): void {
    const enable = (change.enable ?? []).map((name) => this.#checked(name));
    const disable = (change.disable ?? []).map((name) => this.#checked(name));
    for (const name of enable) this.#enabled.add(name);
    for (const name of disable) this.#enabled.delete(name);
  }

  list(): readonly Name[] {
    return [...this.#enabled].sort();
  }

  /** Back to what the sandbox was started with. */
  reset(): void {
    this.#enabled.clear();
    for (const name of this.#initial) this.#enabled.add(name);
  }

  #checked(name: string): Name {
    if (this.#known.has(name)) return name as Name;
    throw new RangeError(
      `There is no variant "${name}". The variants are: ${[...this.#known].sort().join(', ')}.`,
    );
  }
}
