import { flag } from '@modelferry/operation';
import * as v from 'valibot';

/** The one way a prediction key gets into an output. */
export const includeKey = v.optional(
  flag({
    title: 'Include Prediction Key',
    description:
      'Whether to return the key for scoring, which is then readable by everyone who sees the output',
    advanced: true,
  }),
  false,
);
