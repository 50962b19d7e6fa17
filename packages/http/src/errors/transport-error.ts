import { EngineError, isEngineError } from './engine-error.ts';

/**
 * How much of the body the transport had taken when it failed. `all` means that the server may have received the whole
 * request; `none` and `part` mean that it provably has not.
 */
export type BodyTaken = 'none' | 'part' | 'all';

/** Why no answer came, and how much of the body had left. */
export interface TransportErrorOptions {
  readonly kind: 'timeout' | 'network' | 'aborted' | 'source-mismatch' | 'fatal';
  readonly message: string;
  readonly remedy?: string;
  readonly bodyTaken: BodyTaken;
  readonly cause?: unknown;
}

/** No answer came. `kind` says why: `timeout` and `network` may pass by themselves, the others will not. */
export class TransportError extends EngineError {
  readonly kind: TransportErrorOptions['kind'];
  readonly bodyTaken: BodyTaken;

  constructor(options: TransportErrorOptions) {
    super({
      code: {
        timeout: 'timeout',
        network: 'network',
        aborted: 'cancelled',
        fatal: 'network',
        'source-mismatch': 'source-mismatch',
      }[options.kind] as 'timeout' | 'network' | 'cancelled' | 'source-mismatch',
      message: options.message,
      remedy: options.remedy,
      cause: options.cause,
    });
    this.name = 'TransportError';
    this.kind = options.kind;
    this.bodyTaken = options.bodyTaken;
  }
}

/** Whether no answer came. */
export function isTransportError(value: unknown): value is TransportError {
  return isEngineError(value) && 'bodyTaken' in value;
}
