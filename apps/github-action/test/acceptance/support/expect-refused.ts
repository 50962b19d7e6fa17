import type { ActionResult } from '@modelferry/github-runner';
import type { Sandbox } from '@modelferry/sandbox';
import { logText } from './log-text.ts';

/** The step failed before anything was sent, and post has nothing to do. @returns what the user reads */
export function expectRefused(sandbox: Pick<Sandbox, 'requests'>, { main, post }: ActionResult): string {
  expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, state: {}, outputs: { outcome: 'failed' } });
  expect(main.annotations).toHaveLength(1);
  expect(logText(post)).toBe('');
  expect(sandbox.requests()).toEqual([]);
  return main.annotations[0]?.message ?? '';
}
