import type { Invention } from '../random.ts';

const home = 'abeja';

/** Ids in the forms that the platform has. */
export class Ids {
  readonly #invention: Invention;

  constructor(invention: Invention) {
    this.#invention = invention;
  }

  /** 13 digits. */
  digits(kind: string): string {
    const number = Number.parseInt(this.#invention.hex(`${home}:${kind}`, 12), 16);
    return `1${String(number % 1e12).padStart(12, '0')}`;
  }

  /** `ser-` and 16 hexadecimal digits. */
  prefixed(prefix: 'ver' | 'ser' | 'run' | 'tri' | 'pnt'): string {
    return `${prefix}-${this.#invention.hex(`${home}:${prefix}`, 16)}`;
  }

  /** `20180515T180605-<uuid>` */
  file(ms: number): string {
    const time = new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '');
    return `${time}-${this.#invention.uuid(`${home}:file`)}`;
  }

  secret(kind: string): string {
    return this.#invention.hex(`${home}:${kind}`, 40);
  }
}
