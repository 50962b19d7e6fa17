import * as v from 'valibot';
import { archiveJob as setArchived } from '../../training/archive-job.ts';
import { namedJob } from '../../training/job-reference.ts';
import { archivedOutput } from '../shared/archive-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobInputs } from '../shared/job-inputs.ts';

export const archiveJob = defineOperation({
  resource: 'job',
  name: 'archive',
  title: 'Archive',
  action: 'Archive training job',
  summary: 'Archive a training job, which then is listed only when asked for',
  inputs: v.object(jobInputs),
  outputs: v.object({ archived: archivedOutput }),
  run: (context, given) => setArchived(context, namedJob(given), true),
});
