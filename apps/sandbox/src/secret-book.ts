interface Secret {
  readonly label: string;
  readonly home?: string;
}

/** Every secret the sandbox has given out, so that none is ever shown again: in a transcript it stands as its label. */
export class SecretBook {
  readonly #secrets = new Map<string, Secret>();

  /** @param home the vendor, or the one server of it, that it belongs to; anywhere else it has leaked */
  add(secret: string, label: string, home?: string): void {
    this.#secrets.set(secret, { label, home });
  }

  /** `[retrain key]` for a known secret, `[unknown secret]` for any other. */
  label(secret: string): string {
    return `[${this.#secrets.get(secret)?.label ?? 'unknown secret'}]`;
  }

  /** The text with every known secret replaced by its label. */
  mask(text: string): string {
    let masked = text;
    for (const [secret, { label }] of this.#secrets) masked = masked.replaceAll(secret, `[${label}]`);
    return masked;
  }

  /** Whether the text, which came to a server (`dataRobot`, `predictionOne.japan`, ...), holds a secret of another vendor. */
  hasStrayed(text: string, server: string): boolean {
    for (const [secret, { home }] of this.#secrets) {
      if (home !== undefined && !isWithin(server, home) && text.includes(secret)) return true;
    }
    return false;
  }
}

function isWithin(server: string, home: string): boolean {
  return server === home || server.startsWith(`${home}.`);
}
