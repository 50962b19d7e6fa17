import type { Redactor } from '@modelferry/http';
import { escape } from './escape.ts';

/** Lines to be copied as they stand. */
export const snippetBlock = (snippet: string | undefined, redact: Redactor): readonly string[] =>
  snippet === undefined
    ? []
    : [
        '<pre lang="yaml">',
        ...redact(snippet)
          .split('\n')
          .map((line) => `${/^ */.exec(line)?.[0] ?? ''}${escape(line)}`),
        '</pre>',
      ];
