import type { ActionOutput } from './face.ts';

/** How a step can end. GitHub's own words say whether it failed, not why. */
export const stepOutcomes = ['succeeded', 'failed', 'timed-out', 'cancelled', 'skipped'] as const;

/** Outputs that every action has from the host; set however the step ends. */
export const hostOutputs: readonly ActionOutput[] = [
  {
    name: 'outcome',
    type: 'enum',
    description: `How the step ended. One of: ${stepOutcomes.join(', ')}`,
    choices: stepOutcomes,
  },
  {
    name: 'duration-seconds',
    type: 'integer',
    description: 'How long the step took, in whole seconds',
  },
];
