import { choice, count, flag, moment, text } from '@modelferry/operation';
import * as v from 'valibot';
import { resumeTokenOutput } from './batch-outputs.ts';

/** What is known of a batch job that was made just now. */
export const startedOutputs = {
  jobId: text({
    title: 'Job ID',
    description: 'ID of the batch job, to wait for it, or to send it its data',
  }),
  status: text({
    title: 'Status',
    description: "The vendor's own word: INITIALIZING until the job begins to score",
  }),
  finished: flag({ title: 'Finished', description: 'Whether the job has completed already' }),
  awaitsData: flag({
    title: 'Awaits Data',
    description: 'Whether the job does nothing until Upload Data has sent it a file',
  }),
  uploadMode: v.optional(
    choice({
      title: 'Upload Mode',
      description: 'How the data that it awaits are taken',
      choices: { whole: { title: 'One Piece' }, parts: { title: 'In Parts' } },
      advanced: true,
    }),
  ),
  queuePosition: v.optional(
    count({ title: 'Queue Position', description: 'Number of jobs that are ahead of it', advanced: true }),
  ),
  message: v.optional(text({ title: 'Message', description: 'What the job is doing, in a few words' })),
  created: v.optional(moment({ title: 'Created', description: 'When the job was made', advanced: true })),
  resumeToken: resumeTokenOutput,
};
