import { isMap } from 'yaml';
import type { RuleInput } from './rule.ts';

/** A checkout leaves no token behind in the folder, where every later step could read it. */
export const noKeptCredentials = ({ steps }: RuleInput) =>
  steps
    .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    .filter(({ map }) => {
      const given = map.get('with');
      return !isMap(given) || given.get('persist-credentials') !== false;
    })
    .map(({ line }) => ({ line, message: 'actions/checkout needs `persist-credentials: false`.' }));
