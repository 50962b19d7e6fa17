import { flag, text, waitInputs } from '@modelferry/operation';
import { checkFileName } from '@modelferry/upload';
import * as v from 'valibot';

const second = 1_000;
const hour = 3_600 * second;

/** How to wait for a batch job, and what to do with its result. */
export const waitingInputs = {
  downloadResult: v.optional(
    flag({
      title: 'Download Result',
      description: 'Whether to save the result once the job has completed, checked to be whole',
      advanced: true,
    }),
    true,
  ),
  downloadWhileScoring: v.optional(
    flag({
      title: 'Download While Scoring',
      description:
        'Whether to start the download while the job still runs, which finishes sooner; a broken download starts over when the job has completed, unless the server gives each result only once',
      advanced: true,
    }),
    true,
  ),
  resultFileName: v.optional(
    text({
      title: 'Result File Name',
      description: 'Name to save the result under; without it, result-<job ID>.csv',
      placeholder: 'e.g. churn-scored.csv',
      problemOf: checkFileName,
      advanced: true,
    }),
  ),
  // A job may run for 4 h in the cloud (5.1); with an hour in the queue, that still fits into a CI job of 6 h
  ...waitInputs({
    description:
      'How long to wait for the job once its data are there; one that is still queued or running then can be waited for again',
    timeoutMs: 5 * hour,
    maxTimeoutMs: 7 * 24 * hour,
    pollIntervalMs: 15 * second,
  }),
};
