import { choice, text } from '@modelferry/operation';
import * as v from 'valibot';
import { namedJob } from '../../training/job-reference.ts';
import { untilStopped } from '../../training/until-stopped.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobInputs } from '../shared/job-inputs.ts';

export const stopJob = defineOperation({
  resource: 'job',
  name: 'stop',
  title: 'Stop',
  action: 'Stop training job',
  summary: 'Stop a training job; one that has ended stays as it is',
  inputs: v.object(jobInputs),
  outputs: v.object({
    jobId: text({ title: 'Job ID', description: 'ID of the training job' }),
    definition: text({ title: 'Job Definition', description: 'The job definition, as it was named' }),
    outcome: choice({
      title: 'Outcome',
      description: 'What the stop has come to',
      choices: {
        stopped: { title: 'Stopped', description: 'The job was stopped' },
        'already-ended': { title: 'Already Ended', description: 'The job had ended by itself' },
        stopping: { title: 'Stopping', description: 'The job was asked to stop, and still runs' },
      },
    }),
    status: v.optional(text({ title: 'Status', description: "The vendor's own word" })),
  }),
  async run(context, given) {
    const reference = namedJob(given);
    const { outcome, job } = await untilStopped(context, reference);
    return { ...reference, outcome, status: job?.status };
  },
});
