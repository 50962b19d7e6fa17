import { duration } from '@modelferry/operation';
import * as v from 'valibot';

/** How long to look for the switch to arrive. Source: section 5.4 of the specification. */
export const verifyTimeoutInput = v.optional(
  duration({
    title: 'Verify Timeout',
    description:
      'How long to look whether the prediction API runs on the new model, for which a deploy key or the Secret Key is needed; 0 does not look',
    minMs: 0,
    maxMs: 24 * 3_600_000,
    advanced: true,
  }),
  1_800_000,
);
