import { InputError } from '@modelferry/http';
import type { Source } from '@modelferry/upload';

/** A presigned PUT needs its length first. @throws InputError, before a job is made for a file that cannot be sent */
export function knownLength(field: string, source: Source): Source {
  if (source.length !== undefined) return source;
  throw new InputError([
    {
      field,
      problem: `the length of "${source.name}" is not known before it is read`,
      remedy: 'Pass it as a file, or from a place that tells its length (a Content-Length header).',
    },
  ]);
}
