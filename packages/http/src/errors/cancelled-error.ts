import { EngineError, isEngineError } from './engine-error.ts';

/** The caller asked to stop. */
export class CancelledError extends EngineError {
  constructor(doing: string) {
    super({ code: 'cancelled', message: `Stopped on request while trying to ${doing}.` });
    this.name = 'CancelledError';
  }
}

/** Whether the caller asked to stop. */
export function isCancelled(value: unknown): value is CancelledError {
  return isEngineError(value) && value.code === 'cancelled';
}
