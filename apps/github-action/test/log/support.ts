import { openLog, type Log } from '../../src/log/log.ts';
import { openRunner } from '../../src/runner/runner.ts';

/** A log whose lines can be read. Every `secret` in it is hidden. */
export function testLog(
  env: Readonly<Record<string, string>> = {},
  now: () => number = () => 0,
): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const runner = openRunner(env, (text) => void lines.push(text.replace(/\n$/, '')));
  return { log: openLog(runner, (text) => text.replaceAll('secret', '***'), now), lines };
}
