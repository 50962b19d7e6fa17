import { expand } from './expand.ts';
import type { Scope } from './scope.ts';

/** An action knows nothing of the secrets, variables and steps of the workflow that uses it. */
const names = ['github', 'strategy', 'matrix', 'job', 'runner'];

/** The value of the default of an input. @throws Error when it names a context that defaults cannot see */
export const inputDefault = (text: string, scope: Scope): string => expand(text, { ...scope, names });
