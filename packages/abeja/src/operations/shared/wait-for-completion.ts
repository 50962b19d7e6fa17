import { flag } from '@modelferry/operation';
import * as v from 'valibot';

/** Whether to wait at all; a main input, so that others can depend on it. */
export const waitForCompletion = (description: string) =>
  v.optional(flag({ title: 'Wait for Completion', description }), true);
