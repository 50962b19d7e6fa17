import { EngineError } from '@modelferry/http';

/** The refusal of a file whose value for a key is there already. */
export const conflict = (fileName: string, key: string, value: string, cause?: unknown): EngineError =>
  new EngineError({
    code: 'conflict',
    message: `"${fileName}" was not uploaded: a file with the ${key} "${value}" is in the channel already.`,
    remedy: 'Let On Conflict skip it, delete the other file first, or give this one another value.',
    cause,
  });
