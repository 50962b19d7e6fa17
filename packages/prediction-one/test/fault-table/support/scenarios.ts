import { presetCsv } from '@modelferry/sandbox';
import { valueOf } from '@modelferry/testkit';
import { bytesSource, type Source } from '@modelferry/upload';
import type { KeyKind } from '../../../src/index.ts';
import type { Inputs, Performance, Stage } from './stage.ts';

/** An operation as a user would run it, and what must have come of it. */
export interface Scenario {
  readonly operation: string;
  /** Keys the user has set: no Secret Key, which would renew those that are refused. */
  readonly kinds: readonly KeyKind[];
  /** Makes what the operation works on. @returns inputs that come of it */
  prepare?(stage: Stage): Promise<Inputs>;
  inputs(stage: Stage, largeBody: boolean): Inputs;
  /** Fails unless all is as the user wanted it. */
  done(stage: Stage, performance: Performance): void;
}

const lines = presetCsv('cars.json').trimEnd().split('\r\n');
const csvOf = (rows: number): Uint8Array => {
  const [header = '', ...records] = lines;
  const wanted = Array.from({ length: rows }, (_, at) => records[at % records.length] ?? '');
  return new TextEncoder().encode(`${[header, ...wanted].join('\r\n')}\r\n`);
};
const small = csvOf(40);
/** Larger than what two sockets hold: a server that does not read it keeps it from being sent. */
const large = csvOf(180_000);

export const cars = (largeBody = false): Source => bytesSource('cars.csv', largeBody ? large : small);
/** Long enough for all that ends well; what never ends is left after a minute. */
const quick = { pollIntervalMs: 5_000, timeoutMs: 60_000 };

export const expectValue = (performance: Performance, expected: unknown): void =>
  expect(valueOf(performance)).toEqual(expected);

const retrainJob = async (stage: Stage): Promise<Inputs> => {
  const inputs = { trainingData: cars(), waitForCompletion: false };
  const started = await stage.perform('model.retrain', inputs, { kinds: ['retrain'] });
  const { retrainJobId } = valueOf(started) as { readonly retrainJobId: string };
  return { retrainJobId };
};
const finishedJob = async (stage: Stage): Promise<Inputs> => {
  const inputs = { trainingData: cars(), downloadResult: false, ...quick };
  const ended = await stage.perform('model.retrain', inputs, { kinds: ['retrain'] });
  const { retrainJobId } = valueOf(ended) as { readonly retrainJobId: string };
  return { retrainJobId };
};
const training = async (stage: Stage): Promise<Inputs> => {
  const inputs = { ...trainInputs(false), waitForCompletion: false };
  const started = await stage.perform('model.train', inputs, { kinds: ['train'] });
  const { trainingProcessId } = valueOf(started) as { readonly trainingProcessId: string };
  return { trainingProcessId };
};
export const trainInputs = (largeBody: boolean) => ({
  modelName: 'cars',
  trainingData: cars(largeBody),
  targetColumn: 'Miles_per_Gallon',
  targetType: 'regression',
  downloadResult: true,
  ...quick,
});
/** Whose retrain key to fetch, where none is set. */
const publishedModel = ({ published }: Stage): Inputs => ({ modelId: String(published.modelId) });
const unpublished = (stage: Stage) => String(stage.region.unpublished[0]?.modelId);

const scenarioList: readonly Scenario[] = [
  {
    operation: 'model.retrain',
    kinds: ['retrain', 'train', 'deploy'],
    inputs: ({ published }, largeBody) => ({
      trainingData: cars(largeBody),
      switchModel: true,
      classifierId: published.classifierId,
      modelId: String(published.modelId),
      verifyTimeoutMs: 60_000,
      ...quick,
    }),
    done(stage, performance) {
      expectValue(performance, expect.objectContaining({ finished: true, switchOutcome: 'verified' }));
      expect(stage.state).toMatchObject({ trainingsStarted: 1, switches: 1 });
      expect(performance.files.size).toBe(1);
    },
  },
  {
    operation: 'model.getRetraining',
    kinds: ['retrain'],
    prepare: retrainJob,
    inputs: publishedModel,
    done: (_, performance) =>
      expectValue(
        performance,
        expect.objectContaining({ pending: true, status: expect.stringMatching(/^sandbox_/) }),
      ),
  },
  {
    operation: 'model.waitForRetraining',
    kinds: ['retrain'],
    prepare: retrainJob,
    inputs: (stage) => ({ ...publishedModel(stage), ...quick }),
    done(_, performance) {
      expectValue(performance, expect.objectContaining({ finished: true, status: 'job_finished' }));
      expect(performance.files.size).toBe(1);
    },
  },
  {
    operation: 'model.downloadResult',
    kinds: ['retrain'],
    prepare: finishedJob,
    inputs: publishedModel,
    done: (_, { files }) => expect([...files.values()].map(({ length }) => length > 100)).toEqual([true]),
  },
  {
    operation: 'model.switch',
    kinds: ['retrain', 'deploy'],
    prepare: finishedJob,
    inputs: (stage) => ({
      ...publishedModel(stage),
      ...{ classifierId: stage.published.classifierId, verifyTimeoutMs: 60_000, pollIntervalMs: 5_000 },
    }),
    done(stage, performance) {
      expectValue(performance, expect.objectContaining({ switchOutcome: 'verified' }));
      expect(stage.state.switches).toBe(1);
    },
  },
  {
    operation: 'model.train',
    kinds: ['train'],
    inputs: (_, largeBody) => trainInputs(largeBody),
    done(stage, performance) {
      const modelId = String(stage.state.trainings.find(({ started }) => started)?.modelId);
      expectValue(performance, expect.objectContaining({ finished: true, modelId }));
      expect(stage.state.trainingsStarted).toBe(1);
      expect(performance.files.size).toBe(1);
    },
  },
  {
    operation: 'model.getMany',
    kinds: ['train'],
    inputs: () => ({ returnAll: true }),
    done: (_, performance) => expect(valueOf(performance)).toHaveLength(3),
  },
  {
    operation: 'model.delete',
    kinds: ['train', 'deploy'],
    inputs: (stage) => ({ modelId: unpublished(stage) }),
    done(stage, performance) {
      expectValue(performance, { deleted: true });
      expect(stage.state.models.map(({ id }) => String(id))).not.toContain(unpublished(stage));
    },
  },
  {
    operation: 'dataSet.getMany',
    kinds: ['train'],
    prepare: async (stage) => {
      await training(stage);
      return {};
    },
    inputs: () => ({ returnAll: true }),
    done: (stage, performance) =>
      expect(
        (valueOf(performance) as { dataSetId: string }[]).map(({ dataSetId }) => dataSetId).sort(),
      ).toEqual(stage.state.dataSets.map(({ id }) => String(id)).sort()),
  },
  {
    operation: 'dataSet.getColumns',
    kinds: ['train'],
    prepare: training,
    inputs: () => ({}),
    done: ({ published }, performance) =>
      expectValue(
        performance,
        published.columns.map((name) => expect.objectContaining({ name })),
      ),
  },
  {
    operation: 'dataSet.delete',
    kinds: ['train'],
    prepare: async (stage) => {
      await training(stage);
      return { dataSetId: String(stage.state.dataSets.at(-1)?.id) };
    },
    inputs: () => ({}),
    done(stage, performance) {
      expectValue(performance, { deleted: true });
      expect(stage.calls('deleteDataSet').length).toBeGreaterThan(0);
    },
  },
  {
    operation: 'predictionApi.create',
    kinds: ['deploy'],
    inputs: (stage) => ({ modelId: unpublished(stage), ...quick }),
    done: (stage, performance) => {
      expectValue(performance, expect.objectContaining({ status: 'running', pending: false }));
      expect(stage.state.classifiers).toHaveLength(stage.region.published.length + 1);
    },
  },
  {
    operation: 'predictionApi.getMany',
    kinds: ['deploy'],
    inputs: () => ({ returnAll: true }),
    done: (_, performance) => expect(valueOf(performance)).toHaveLength(2),
  },
  {
    operation: 'predictionApi.update',
    kinds: ['deploy'],
    inputs: ({ published }) => ({ classifierId: published.classifierId, startOrStop: 'stop', ...quick }),
    done: (_, performance) =>
      expectValue(performance, expect.objectContaining({ status: 'terminated', active: false })),
  },
  {
    operation: 'predictionApi.delete',
    kinds: ['deploy'],
    inputs: ({ published }) => ({ classifierId: published.classifierId, stopFirst: true, ...quick }),
    done(stage, performance) {
      expectValue(performance, { deleted: true });
      expect(stage.state.classifiers.map(({ id }) => id)).not.toContain(stage.published.classifierId);
    },
  },
  {
    operation: 'prediction.predict',
    kinds: ['prediction', 'train'],
    prepare: training,
    inputs: ({ published }) => ({
      scoringUrl: published.inferenceUrl,
      targetColumn: published.targetColumn,
      rows: [published.sampleRow],
    }),
    done: (_, performance) =>
      expectValue(performance, [
        { ok: true, output: expect.objectContaining({ prediction: expect.any(Object) }) },
      ]),
  },
];

export const scenarios: ReadonlyMap<string, Scenario> = new Map(
  scenarioList.map((scenario) => [scenario.operation, scenario]),
);
