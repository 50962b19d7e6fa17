import { isMap } from 'yaml';
import type { RuleInput } from './rule.ts';

/** Every job ends at a time of ours, not after GitHub's six hours. */
export function limitedTime({ document, lines }: RuleInput) {
  const jobs = document.get('jobs');
  if (!isMap(jobs)) return [];
  return jobs.items.flatMap(({ key, value }) => {
    // A job that calls a reusable workflow cannot have one; the jobs it calls have
    if (!isMap(value) || value.has('uses') || value.has('timeout-minutes')) return [];
    const line = lines.linePos(value.range?.[0] ?? 0).line;
    return [{ line, message: `job ${String(key)} needs \`timeout-minutes\`.` }];
  });
}
