import { choice } from '@modelferry/operation';
import * as v from 'valibot';

/** How what was waited for has ended. */
export type Outcome = 'succeeded' | 'failed';

interface OutcomeWords {
  /** What ends: `batch job`. */
  readonly what: string;
  readonly succeeded: string;
  readonly failed: string;
}

/** Which endings are wanted. */
export const outcomeInput = ({ what, succeeded, failed }: OutcomeWords) =>
  v.optional(
    choice({
      title: 'Outcome',
      description: `How a ${what} must have ended`,
      choices: {
        any: { title: 'Any', description: 'However it has ended' },
        succeeded: { title: 'Succeeded', description: succeeded },
        failed: { title: 'Failed', description: failed },
      },
    }),
    'any',
  );

/** How it has ended. */
export const outcomeOutput = ({ what, succeeded, failed }: OutcomeWords) =>
  choice({
    title: 'Outcome',
    description: `How the ${what} has ended`,
    choices: {
      succeeded: { title: 'Succeeded', description: succeeded },
      failed: { title: 'Failed', description: failed },
    },
  });

export const isWanted = (wanted: 'any' | Outcome, outcome: Outcome): boolean =>
  wanted === 'any' || wanted === outcome;
