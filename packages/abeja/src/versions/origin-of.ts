import { InputError } from '@modelferry/http';
import type { Source } from '@modelferry/upload';
import type { CodeOrigin } from './wanted-version.ts';

/** Where the code comes from, as it was entered. */
export interface GivenOrigin {
  readonly origin: 'file' | 'git';
  readonly source?: Source | undefined;
  readonly gitUrl?: string | undefined;
  readonly gitBranch: string;
}

/** @throws InputError where what was chosen is not given */
export function originOf({ origin, source, gitUrl, gitBranch }: GivenOrigin): CodeOrigin {
  if (origin === 'git' && gitUrl !== undefined) return { gitUrl, gitBranch };
  if (origin === 'file' && source !== undefined) return { source };
  throw new InputError([{ field: origin === 'git' ? 'gitUrl' : 'source', problem: 'is required' }]);
}
