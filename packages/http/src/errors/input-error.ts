import { EngineError, isEngineError } from './engine-error.ts';

/** One thing wrong with one input. */
export interface InputFault {
  /** The input's name as the engine declares it; a host shows its own name for it. */
  readonly field: string;
  /** What is wrong, without the field's name: `must be at least 5 s`. */
  readonly problem: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** The inputs cannot work. Raised before anything is sent, with all faults at once. */
export class InputError extends EngineError {
  readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[], nameOf: (field: string) => string = (field) => field) {
    super({
      code: 'invalid-input',
      message: faults.map(({ field, problem }) => `${nameOf(field)}: ${problem}`).join('; ') + '.',
      remedy: faults.flatMap(({ remedy }) => remedy ?? []).join(' ') || undefined,
    });
    this.name = 'InputError';
    this.faults = faults;
  }
}

/** Whether the inputs cannot work. */
export function isInputError(value: unknown): value is InputError {
  return isEngineError(value) && 'faults' in value;
}
