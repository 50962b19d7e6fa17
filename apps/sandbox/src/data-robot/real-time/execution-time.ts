import type { DataRobotVariants } from '../variants.ts';

/** The header that tells how long the model took, in milliseconds. */
export function executionTime(variants: DataRobotVariants): Record<string, string> {
  if (variants.has('exec-time-missing')) return {};
  return { 'x-datarobot-execution-time': variants.has('exec-time-float') ? '38.41' : '38' };
}
