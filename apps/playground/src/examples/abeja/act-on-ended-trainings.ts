import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { foreignTrainingJob } from '../../data/foreign-training-job.ts';
import { Unexpected, type Example } from '../example.ts';
import { trainingJobOf } from './training-job-of.ts';

export const actOnEndedTrainings: Example = {
  file: 'act-on-ended-trainings.json',
  limitMs: 60_000,
  async prepare({ sandbox, signal }) {
    await foreignTrainingJob(sandbox, signal);
  },
  async outcome(execution, { sandbox, filesFolder }) {
    const [told] = execution.items('Only new ones');
    const { id } = trainingJobOf(sandbox, told?.json.jobId);
    const latest = sandbox.state().abeja.jobs.at(-1)?.id;
    if (id !== latest) throw new Unexpected(`the ending of ${id} was told, not that of ${latest}`);
    const { resultFile, modelId } = execution.items('Get what it has left')[0]?.json ?? {};
    const { name } = (resultFile ?? {}) as { name?: string };
    const { size } = await stat(join(filesFolder, String(name)));
    return `${String(told?.json.eventId)} told; its ${size} bytes written to ${String(name)}, its model is ${String(modelId)}`;
  },
};
