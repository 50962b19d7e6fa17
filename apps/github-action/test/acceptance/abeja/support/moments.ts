import type { Cancel, CancelMeans } from '@modelferry/github-runner';
import type { Sandbox } from '@modelferry/sandbox';
import { whenAsked } from '../../support/requests.ts';

/** A cancel when the job has been looked at. */
export const inWait = (sandbox: Sandbox, means?: CancelMeans): Cancel => ({
  when: whenAsked(sandbox, 'trainingJob'),
  means,
});
