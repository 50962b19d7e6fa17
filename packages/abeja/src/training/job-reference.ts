import { InputError } from '@modelferry/http';
import { idInToken, toResumeToken, type JobReference } from '@modelferry/polling';
import { vendor } from '../vendor.ts';

/** The kind of a training job in references, in the ledger and in resume tokens. */
export const trainingJobKind = 'training-job';

/** A job of a definition: neither of the two says which it is without the other. */
export interface TrainingJobRef {
  /** Name or ID of the job definition. */
  readonly definition: string;
  readonly jobId: string;
}

/** Both as one, as the ledger and tokens have it: `churn/1443722127663`. A name has no slash. */
export const jobReference = ({ definition, jobId }: TrainingJobRef): JobReference => ({
  ...{ vendor, kind: trainingJobKind },
  id: `${definition}/${jobId}`,
});

export const jobResumeToken = (job: TrainingJobRef): string => toResumeToken(jobReference(job));

/** @throws InputError for what is no such ID */
export function jobRefOf(id: string): TrainingJobRef {
  const [definition, jobId, ...more] = id.split('/');
  if (definition && jobId && more.length === 0) return { definition, jobId };
  throw refuse(
    'jobId',
    `"${id}" does not name a job definition and a job`,
    'Pass the resume token exactly as the starting step gave it.',
  );
}

/** What names a job, as it was entered. */
export interface JobGiven {
  /** An ID or a resume token. */
  readonly jobId: string;
  readonly definition?: string | undefined;
}

/** @throws InputError for what is no job, and for a bare ID without its job definition */
export function namedJob({ jobId, definition }: JobGiven): TrainingJobRef {
  const inToken = idInToken(jobId, { vendor, kind: trainingJobKind }, 'jobId');
  if (inToken !== undefined) return jobRefOf(inToken);
  if (definition !== undefined) return { definition, jobId };
  throw refuse(
    'definition',
    'is required with the bare ID of a job',
    'Give the job definition, too, or in place of the ID the resume token, which names both.',
  );
}

const refuse = (field: string, problem: string, remedy?: string): InputError =>
  new InputError([{ field, problem, remedy }]);
