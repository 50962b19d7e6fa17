import { Unexpected, type Example } from '../example.ts';
import { trainingJobOf } from './training-job-of.ts';

export const trainAndRegister: Example = {
  file: 'train-and-register.json',
  limitMs: 90_000,
  outcome(execution, { sandbox }) {
    const { fileId } = execution.items('Upload to datalake')[0]?.json ?? {};
    const file = sandbox.state().abeja.files.find(({ id }) => id === fileId);
    if (!file) throw new Unexpected(`the channel has no file ${String(fileId)}`);
    const { jobId, figures } = execution.items('Train')[0]?.json ?? {};
    const { id } = trainingJobOf(sandbox, jobId);
    const { modelId, jobId: from, metrics } = execution.items('Register the result')[0]?.json ?? {};
    if (from !== id) throw new Unexpected(`the model is said to come of job ${String(from)}, not of ${id}`);
    if (JSON.stringify(metrics) !== JSON.stringify(figures))
      throw new Unexpected(`the model has the figures ${JSON.stringify(metrics)}`);
    return `${file.bytes} bytes uploaded, one job, model ${String(modelId)} with ${Object.keys(figures ?? {}).length} figures`;
  },
};
