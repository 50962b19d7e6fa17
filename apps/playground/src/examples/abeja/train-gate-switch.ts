import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askAbeja } from '../../data/ask-abeja.ts';
import type { Execution } from '../../n8n/execution.ts';
import { Unexpected, type Attendant, type Example } from '../example.ts';
import { currentService } from './current-service.ts';
import { trainingJobOf } from './training-job-of.ts';

const file = 'train-gate-switch.json';
const textOf = (execution: Execution) => String(execution.items('Tell the team')[0]?.json.text);

export const trainGateSwitch: Example = {
  file,
  limitMs: 120_000,
  async outcome(execution, { sandbox, filesFolder }) {
    trainingJobOf(sandbox, execution.items('Train')[0]?.json.jobId);
    const { modelId, serviceId, previousServiceId } = execution.items('Switch model')[0]?.json ?? {};
    const current = currentService(sandbox);
    if (current?.id !== serviceId || current?.modelId !== modelId)
      throw new Unexpected(`${current?.id} answers with model ${current?.modelId}`);
    const kept = await readFile(join(filesFolder, 'way-back.json'), 'utf8');
    if (!kept.includes(String(previousServiceId))) throw new Unexpected(`the way back is not kept: ${kept}`);
    return textOf(execution);
  },
};

/** The same, but the new model is a bad one. */
export const trainGateStay: Example = {
  file,
  twist: 'when the model is not good enough',
  limitMs: 120_000,
  attendant: () => tellPoorFigures,
  outcome(execution, { sandbox }) {
    trainingJobOf(sandbox, execution.items('Train')[0]?.json.jobId);
    if (execution.runs('Switch model') > 0)
      throw new Unexpected('a model that is not good enough was switched to');
    const text = textOf(execution);
    if (!text.includes('is 0.31, which is not good enough'))
      throw new Unexpected(`the figure is not told: ${text}`);
    return text;
  },
};

/** Plays the code of the job, which tells how little it has learned. */
const tellPoorFigures: Attendant = async (_execution, { sandbox, signal }) => {
  const job = sandbox.state().abeja.jobs.at(-1);
  if (job?.status !== 'Pending' && job?.status !== 'Active') return false;
  const statistics = { num_epochs: 3, epoch: 3, stages: { validation: { accuracy: 0.31 } } };
  const path = `training/definitions/${job.definition}/jobs/${job.id}/statistics`;
  await askAbeja(sandbox, signal, 'POST', path, { statistics });
  return true;
};

/** The same, but there is no new model. */
export const trainGateFail: Example = {
  file,
  twist: 'when training fails',
  limitMs: 120_000,
  prepare({ sandbox }) {
    sandbox.faults.plan({ kind: 'job-fails', operation: 'trainingJob', message: 'No GPU was left' });
  },
  outcome(execution, { sandbox }) {
    if (sandbox.faults.unconsumed().length > 0) throw new Unexpected('the planned fault never struck');
    if (execution.runs('Switch model') > 0) throw new Unexpected('a model of a failed job was switched to');
    const text = textOf(execution);
    if (!text.includes('No GPU was left')) throw new Unexpected(`the reason is not told: ${text}`);
    return text;
  },
};
