import * as v from 'valibot';
import { archiveJob as setArchived } from '../../training/archive-job.ts';
import { namedJob } from '../../training/job-reference.ts';
import { archivedOutput } from '../shared/archive-outputs.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { jobInputs } from '../shared/job-inputs.ts';

export const unarchiveJob = defineOperation({
  resource: 'job',
  name: 'unarchive',
  title: 'Unarchive',
  action: 'Unarchive training job',
  summary: 'Take a training job out of the archive',
  inputs: v.object(jobInputs),
  outputs: v.object({ archived: archivedOutput }),
  run: (context, given) => setArchived(context, namedJob(given), false),
});
