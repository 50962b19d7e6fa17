import { valueOf, type Performance } from '@modelferry/testkit';
import type { Inputs, Stage } from '../fault-table/support/stage.ts';

export const create = 'batchPrediction.create';
export const rerun = 'batchPrediction.rerun';
export const run = 'batchDefinition.run';

const places = {
  intakeType: 's3',
  intakeUrl: 's3://b/in.csv',
  outputType: 's3',
  outputUrl: 's3://b/out.csv',
};

const made = async (stage: Stage, operation: string, more: Inputs = {}) =>
  valueOf(await stage.perform(operation, { deploymentId: stage.deployment.id, ...places, ...more }));
const definition = async (stage: Stage) => ({
  definitionId: (await made(stage, 'batchDefinition.create', { name: 'nightly' }))['definitionId'],
});

/** What each operation that makes a job or keeps a definition works on, and is told. */
export const startInputs: Readonly<Record<string, (stage: Stage) => Promise<Inputs>>> = {
  [create]: async ({ deployment }) => ({ deploymentId: deployment.id, ...places }),
  [rerun]: async (stage) => ({ jobId: (await made(stage, create))['jobId'] }),
  [run]: definition,
  'batchDefinition.create': async ({ deployment }) => ({
    ...{ deploymentId: deployment.id, ...places, name: 'nightly' },
  }),
  'batchDefinition.get': definition,
  'batchDefinition.getMany': async (stage) => {
    await definition(stage);
    return {};
  },
  'batchDefinition.update': async (stage) => ({ ...(await definition(stage)), name: 'daily' }),
  'batchDefinition.delete': definition,
};

/** An operation that is about to run, or has run. */
export interface StartPlay {
  readonly operation: string;
  readonly inputs: Inputs;
  /** How many jobs there were before it. */
  readonly jobsBefore: number;
}

/** Fails unless all is as the user wanted it, and nothing more. */
export function expectStarted(
  stage: Stage,
  { operation, inputs, jobsBefore }: StartPlay,
  performance: Performance,
): void {
  const given = valueOf(performance);
  const jobs = stage.state.batchJobs.slice(jobsBefore);
  if ([create, rerun, run].includes(operation)) {
    expect(jobs).toMatchObject([{ id: given['jobId'], queued: true }]);
    return;
  }
  expect(jobs).toEqual([]);
  if (operation.endsWith('.delete')) expect(given).toEqual({ deleted: true });
  else if (operation.endsWith('.getMany')) expect(given).toMatchObject([{ name: 'nightly' }]);
  else expect(given['name']).toBe(inputs['name'] ?? 'nightly');
}
