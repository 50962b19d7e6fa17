import { InputError, isInputError } from '@modelferry/http';
import { text } from '@modelferry/operation';
import { fromResumeToken } from '@modelferry/polling';
import { retraining } from '../../jobs/retrain-job.ts';
import { vendor } from '../../vendor.ts';

/** Names a retraining; there is no list to choose from. */
export const retrainJobInput = text({
  title: 'Retrain Job ID',
  description: 'The ID that Retrain gave, or its resume token',
  placeholder: 'e.g. 0f5a2c7e-31b4-4c0e-9d55-2f1f6a6f9c10',
  maxLength: 1_000,
});

/** Every resume token starts so: base64 of `{"v":`. */
const tokenStart = 'eyJ2Ij';

/** The ID itself. @throws InputError for a token of another vendor or kind of job, and for what can be no ID */
export function retrainJobIdOf(given: string): string {
  const refuse = (problem: string, remedy?: string) =>
    new InputError([{ field: 'retrainJobId', problem, remedy }]);
  if (/[\s/\\?#]/.test(given) || /^\.+$/.test(given)) {
    throw refuse(
      `"${given}" is no ID`,
      'Copy the ID from the outputs of Retrain, without spaces, quotes or a URL around it.',
    );
  }
  if (!given.startsWith(tokenStart)) return given;
  try {
    return fromResumeToken(given, { vendor, kind: retraining }).id;
  } catch (error) {
    if (!isInputError(error)) throw error;
    const [fault] = error.faults;
    throw refuse(fault?.problem ?? error.message, fault?.remedy);
  }
}
