import { count, flag, number, savedFile, text } from '@modelferry/operation';
import * as v from 'valibot';

/** What is known of a batch job. */
export const statusOutputs = {
  jobId: text({ title: 'Job ID', description: 'ID of the batch job' }),
  status: v.optional(
    text({
      title: 'Status',
      description:
        "The vendor's own word: INITIALIZING, RUNNING, COMPLETED, ABORTED or FAILED as far as is documented",
    }),
  ),
  finished: flag({ title: 'Finished', description: 'Whether the job has completed' }),
  pending: flag({
    title: 'Pending',
    description: 'Whether the job was still queued or running when last looked at',
  }),
  scoredRows: v.optional(count({ title: 'Scored Rows', description: 'Rows that were scored so far' })),
  failedRows: v.optional(count({ title: 'Failed Rows', description: 'Rows that could not be scored' })),
  skippedRows: v.optional(
    count({ title: 'Skipped Rows', description: 'Rows that were left out, as time series do with history' }),
  ),
  percentageCompleted: v.optional(
    number({
      title: 'Percentage Completed',
      description: 'Share of the rows that were processed, from 0 to 100, as the vendor tells it',
      advanced: true,
    }),
  ),
  queuePosition: v.optional(
    count({ title: 'Queue Position', description: 'Number of jobs that are ahead of it', advanced: true }),
  ),
  message: v.optional(
    text({ title: 'Message', description: 'What the job was doing, in its own last words' }),
  ),
};

/** What is known of a result that was saved. */
export const resultFileOutputs = {
  resultFile: v.optional(
    savedFile({ title: 'Result File', description: 'The scored rows as CSV, checked to be whole' }),
  ),
  resultRows: v.optional(
    count({ title: 'Result Rows', description: 'Rows in the result file, the header not counted' }),
  ),
};

export const resumeTokenOutput = text({
  title: 'Resume Token',
  description: 'Names the job; pass it to a later Wait',
});

/** What is known of a batch job that was started or waited for. */
export const waitOutputs = {
  ...statusOutputs,
  ...resultFileOutputs,
  resumeToken: resumeTokenOutput,
};
