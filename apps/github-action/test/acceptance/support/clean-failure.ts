import type { ActionResult } from '@modelferry/github-runner';
import { errorOf } from './error-of.ts';
import { logText } from './log-text.ts';

/** What holds for a step that could not even begin. @returns what the user reads */
export function cleanFailure({ main, post }: ActionResult): string {
  expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, signal: null, state: {} });
  expect(main.outputs).toEqual({ outcome: 'failed', 'duration-seconds': '0' });
  expect(main.summary).toMatch(/^### ❌ [\w ]+ failed\n\n/);
  expect(logText(post)).toBe('');
  return errorOf(main);
}
