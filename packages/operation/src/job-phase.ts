import type { JobRecord } from './run-context.ts';

type Phased = Pick<JobRecord, 'phase'>;

/** Before all of its data has arrived, a job does nothing and is of no use to anybody. */
const withoutData: ReadonlySet<string> = new Set(['issued', 'created', 'uploading', 'incomplete']);

/** Whether a job still lacks data that only the run that made it could have sent. */
export const isUnfinished = ({ phase }: Phased): boolean => withoutData.has(phase);

/** Whether the operation itself has removed the job, and works with another one. */
export const isAbandoned = ({ phase }: Phased): boolean => phase === 'abandoned';
