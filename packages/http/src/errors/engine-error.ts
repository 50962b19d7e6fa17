import { oneLine } from './one-line.ts';

/**
 * Every kind of failure, a closed list. Guides and troubleshooting pages are keyed by it.
 */
export const errorCodes = [
  'invalid-input',
  'cancelled',
  'timeout',
  'network',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'rate-limited',
  'rejected',
  'server-error',
  'unexpected-answer',
  'outcome-unknown',
  'job-failed',
  'deadline',
  'source-mismatch',
  'unsupported',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** What every error of ours says. */
export interface EngineErrorOptions {
  readonly code: ErrorCode;
  /** What happened, in one sentence that names what was being done. */
  readonly message: string;
  /** What to do next, in one sentence. */
  readonly remedy?: string;
  readonly cause?: unknown;
}

const brand = Symbol.for('modelferry.error');

/** Longest sentence of an error, in characters. More than that is something of the vendor's that nobody meant to be read. */
const maxLength = 5_000;

/**
 * The root of all our errors; what they say is one line, whatever IDs and names stand in it. Told apart by {@link isEngineError}, never by `instanceof`: every n8n package carries its
 * own copy of the engine.
 */
export class EngineError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string | undefined;

  constructor(options: EngineErrorOptions) {
    super(
      oneLine(options.message, maxLength),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = 'EngineError';
    this.code = options.code;
    this.remedy = options.remedy && oneLine(options.remedy, maxLength);
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether a caught value is one of our errors, whichever copy of the engine made it. */
export function isEngineError(value: unknown): value is EngineError {
  return typeof value === 'object' && value !== null && brand in value;
}
