import { InputError, isInputError } from '@modelferry/http';
import { reference } from '@modelferry/operation';
import { fromResumeToken } from '@modelferry/polling';
import { batchPrediction } from '../../batch/jobs/batch-prediction-job.ts';
import { vendor } from '../../vendor.ts';

/** Names a batch job. */
export const batchJobInput = reference({
  title: 'Job ID',
  description: 'The batch job: its ID, or the resume token that an earlier step gave',
  lookup: 'batchJobs',
  placeholder: 'e.g. 5e7e6a3f8e7d8c0001a1b2c3',
});

/** Every resume token starts so: base64 of `{"v":`. */
const tokenStart = 'eyJ2Ij';

/** The ID itself. @throws InputError for a token of another vendor or kind of job, and for what can be no ID */
export function batchJobIdOf(given: string): string {
  const refuse = (problem: string, remedy?: string) => new InputError([{ field: 'jobId', problem, remedy }]);
  if (/[\s/\\?#]/.test(given) || /^\.+$/.test(given)) {
    throw refuse(
      `"${given}" is no ID`,
      'Copy the ID from the outputs of the scoring step, without spaces, quotes or a URL around it.',
    );
  }
  if (!given.startsWith(tokenStart)) return given;
  try {
    return fromResumeToken(given, { vendor, kind: batchPrediction }).id;
  } catch (error) {
    if (!isInputError(error)) throw error;
    const [fault] = error.faults;
    throw refuse(fault?.problem ?? error.message, fault?.remedy);
  }
}
