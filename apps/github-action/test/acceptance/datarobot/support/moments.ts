import type { Cancel, CancelMeans } from '@modelferry/github-runner';
import type { Sandbox } from '@modelferry/sandbox';
import { whenAsked } from '../../support/requests.ts';

/** A cancel when the job has been looked at so many times. */
export function inWait(sandbox: Sandbox, means?: CancelMeans): Cancel {
  return { when: whenAsked(sandbox, 'batchStatus'), means };
}

/** A cancel when some of the data have come, and more are to come. */
export function inUpload(sandbox: Sandbox, means?: CancelMeans): Cancel {
  return { when: whenAsked(sandbox, 'batchUpload', ({ bodyBytes }) => bodyBytes > 0), means };
}
