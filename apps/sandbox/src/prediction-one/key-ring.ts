import type { SandboxClock } from '../clock.ts';
import type { Invention } from '../random.ts';
import type { SecretBook } from '../secret-book.ts';
import { inactiveKey, invalidKey, keyNotFound } from './errors.ts';
import type { PredictionOneVariants } from './variants.ts';

export type KeyType = 'secret' | 'train' | 'deploy' | 'retrain' | 'prediction';

export interface Key {
  readonly value: string;
  readonly type: KeyType;
  /** The model of a retrain key. */
  readonly modelId?: number;
  /** Epoch milliseconds. */
  readonly endMs: number;
  /** Given at the start, not by Get API Key. */
  readonly preset: boolean;
  active: boolean;
  uses: number;
}

const yearMs = 365 * 86_400_000;
const usesUntilExpiry = 3;

/** The keys of one region. */
export class KeyRing {
  readonly #region: string;
  readonly #clock: SandboxClock;
  readonly #invention: Invention;
  readonly #secrets: SecretBook;
  readonly #variants: PredictionOneVariants;
  readonly #keys = new Map<string, Key>();

  constructor(
    region: string,
    parts: {
      readonly clock: SandboxClock;
      readonly invention: Invention;
      readonly secrets: SecretBook;
      readonly variants: PredictionOneVariants;
    },
  ) {
    this.#region = region;
    this.#clock = parts.clock;
    this.#invention = parts.invention;
    this.#secrets = parts.secrets;
    this.#variants = parts.variants;
  }

  make(type: KeyType, options: { readonly modelId?: number; readonly preset?: boolean } = {}): Key {
    const value = `sandbox-${type}-key-${this.#region}-${this.#invention.hex(`${this.#region}:${type}-key`, 16)}`;
    const endMs = this.#clock.now() + yearMs;
    const { modelId, preset = false } = options;
    const key: Key = { value, type, modelId, endMs, preset, active: true, uses: 0 };
    this.#keys.set(value, key);
    this.#secrets.add(value, `${this.#region} ${type} key`, 'predictionOne');
    return key;
  }

  /** What Get API Key answers: the key there is, else a new one. */
  current(type: KeyType, modelId?: number): Key {
    const usable = this.#of(type, modelId).filter((key) => key.active && key.endMs > this.#clock.now());
    const newest = usable.at(-1);
    if (newest !== undefined && !this.#variants.has('api-key-rotates')) return newest;
    for (const key of usable) key.active = false;
    return this.make(type, { modelId });
  }

  /**
   * The key that a call came with.
   *
   * @throws VendorError when it is unknown, of a type that does not open this, or no longer active
   */
  check(value: unknown, types: readonly KeyType[]): Key {
    const key = this.find(value);
    if (key === undefined) throw invalidKey();
    if (!types.includes(key.type) && !this.#variants.has('any-key-type')) throw keyNotFound();
    if (!key.active || key.endMs <= this.#clock.now()) throw inactiveKey();
    key.uses += 1;
    const worn =
      key.preset && key.uses > usesUntilExpiry && ['train', 'deploy', 'retrain'].includes(key.type);
    if (worn && this.#variants.has('key-expires-mid-run')) {
      key.active = false;
      throw inactiveKey();
    }
    return key;
  }

  /** The demo key of the preset state. */
  preset(type: KeyType, modelId?: number): string {
    return this.#of(type, modelId).find((key) => key.preset)?.value ?? '';
  }

  find(value: unknown): Key | undefined {
    return typeof value === 'string' ? this.#keys.get(value) : undefined;
  }

  clear(): void {
    this.#keys.clear();
  }

  #of(type: KeyType, modelId?: number): Key[] {
    return [...this.#keys.values()].filter((key) => key.type === type && key.modelId === modelId);
  }
}
