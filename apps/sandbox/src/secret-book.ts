/** Every secret the sandbox has given out, so that none is ever shown again: in a transcript it stands as its label. */
export class SecretBook {
  readonly #labels = new Map<string, string>();

  add(secret: string, label: string): void {
    this.#labels.set(secret, label);
  }

  /** `[retrain key]` for a known secret, `[unknown secret]` for any other. */
  label(secret: string): string {
    return `[${this.#labels.get(secret) ?? 'unknown secret'}]`;
  }

  /** The text with every known secret replaced by its label. */
  mask(text: string): string {
    let masked = text;
    for (const [secret, label] of this.#labels) masked = masked.replaceAll(secret, `[${label}]`);
    return masked;
  }
}
