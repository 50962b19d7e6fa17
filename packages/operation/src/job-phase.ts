import { issued } from './request-notes.ts';
import type { JobRecord } from './run-context.ts';

/** Whether a record names a job, and is no note of what was asked for. */
export const isJob = ({ note = false }: Pick<JobRecord, 'note'>): boolean => !note;

/** Whether it notes something that was asked for, and may have been carried out, since no clear answer has come. */
export const isUnanswered = ({ note = false, phase }: Pick<JobRecord, 'note' | 'phase'>): boolean =>
  note && phase === issued;

type Phased = Pick<JobRecord, 'phase'>;

/** Before all of its data has arrived, a job does nothing and is of no use to anybody. */
const withoutData: ReadonlySet<string> = new Set(['issued', 'created', 'uploading', 'incomplete']);

/** Whether a job still lacks data that only the run that made it could have sent. */
export const isUnfinished = ({ phase }: Phased): boolean => withoutData.has(phase);

/** Whether the operation itself has removed the job, and works with another one. */
export const isAbandoned = ({ phase }: Phased): boolean => phase === 'abandoned';
