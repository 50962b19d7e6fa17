import { InputError } from '@modelferry/http';
import { reference } from '@modelferry/operation';
import { idInToken } from '@modelferry/polling';
import { batchPrediction } from '../../batch/jobs/batch-prediction-job.ts';
import { vendor } from '../../vendor.ts';

/** Names a batch job. */
export const batchJobInput = reference({
  title: 'Job ID',
  description: 'The batch job: its ID, or the resume token that an earlier step gave',
  lookup: 'batchJobs',
  placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
});

/** The ID itself. @throws InputError for a token of another vendor or kind of job, and for what can be no ID */
export function batchJobIdOf(given: string): string {
  if (/[\s/\\?#]/.test(given) || /^\.+$/.test(given)) {
    const problem = `"${given}" is no ID`;
    const remedy =
      'Copy the ID from the outputs of the scoring step, without spaces, quotes or a URL around it.';
    throw new InputError([{ field: 'jobId', problem, remedy }]);
  }
  return idInToken(given, { vendor, kind: batchPrediction }, 'jobId') ?? given;
}
