import { isMap } from 'yaml';
import type { RuleInput } from './rule.ts';

/** A workflow says at its top what its token may do, and writing is granted only to the job that needs it. */
export function leastPermissions({ source, document }: RuleInput) {
  if (source.kind !== 'workflow') return [];
  const permissions = document.get('permissions');
  if (!isMap(permissions)) {
    return [{ line: 1, message: 'needs `permissions:` at its top, at most `contents: read`.' }];
  }
  return Object.entries(permissions.toJSON() as Record<string, unknown>)
    .filter(([, access]) => access === 'write')
    .map(([scope]) => ({
      line: 1,
      message: `grants ${scope}: write to every job: grant it to the job that needs it.`,
    }));
}
