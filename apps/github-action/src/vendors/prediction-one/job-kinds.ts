import type { JobKind, JobKinds } from '../vendor.ts';

const retraining: JobKind = {
  outputs: (id) => ({ 'job-id': id }),
  waitedBy: 'wait',
};

/** What goes on at Prediction One for a step of CI. A switch has the ID of the retraining whose model it puts in place. */
export const predictionOneJobs: JobKinds = { retraining, switch: retraining };
