import type { BatchJob } from '../../client/batch-job.ts';

/** Whether a job may score what it has before it has all: the vendor's own default, unless the job says otherwise (3.10). */
export const startsBeforeTheEnd = ({ jobSpec }: BatchJob): boolean =>
  jobSpec?.intakeSettings?.async !== false;
