import { isEngineError } from '@modelferry/http';
import { bytesSource } from '@modelferry/upload';
import { presetCsv, type PredictionOneVariant } from '@modelferry/sandbox';
import { memoryLedger, valueOf } from '@modelferry/testkit';
import { cars, trainInputs } from './scenarios.ts';
import { Stage, type Inputs, type PerformOptions } from './stage.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const quick = { pollIntervalMs: 5_000, timeoutMs: 60_000 };

const enable = (stage: Stage, variant: PredictionOneVariant) =>
  stage.sandbox.variants.change({ enable: [variant] });

async function valueFrom<T>(stage: Stage, name: string, inputs: Inputs, options: PerformOptions): Promise<T> {
  return valueOf(await stage.perform(name, inputs, options)) as T;
}

async function failureFrom(stage: Stage, name: string, inputs: Inputs, options: PerformOptions) {
  const { result } = await stage.perform(name, inputs, options);
  if (result.status === 'rejected' && isEngineError(result.reason)) return result.reason;
  throw new Error(`${name} should have failed.`);
}

/** A ledger in front of which time passes, so that a URL grows old between its issue and its use. */
function agingLedger(stage: Stage, phase: string, times: number) {
  const ledger = memoryLedger();
  let left = times;
  const keep: typeof ledger.keep = async (record) => {
    if (record.phase === phase && left-- > 0) stage.sandbox.clock.advance(3_000);
    await ledger.keep(record);
  };
  return { ...ledger, keep };
}

/** Readings of the vendor's that the scenarios do not meet, by what is shown of them. */
export const variantsApart: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async 'an upload URL that is too old'(stage) {
    enable(stage, 'upload-url-short-lived');
    const retrain = (times: number) => ({
      kinds: ['retrain'] as const,
      ledger: agingLedger(stage, 'uploading', times),
    });
    const inputs = { trainingData: cars(), ...quick };
    const once = await valueFrom(stage, 'model.retrain', inputs, retrain(1));
    expect(once).toMatchObject({ finished: true });
    expect(stage.state.retrainJobs).toHaveLength(2);
    expect(stage.state.trainingsStarted).toBe(1);

    await stage.reset();
    enable(stage, 'upload-url-short-lived');
    const always = await failureFrom(stage, 'model.retrain', inputs, retrain(9));
    expect(always).toMatchObject({
      code: 'forbidden',
      remedy: expect.stringMatching(/clock of this machine/),
    });
    expect(stage.state.trainingsStarted).toBe(0);

    const training = { kinds: ['train'] as const, ledger: agingLedger(stage, 'issued', 1) };
    expect(await valueFrom(stage, 'model.train', trainInputs(false), training)).toMatchObject({
      finished: true,
    });
  },

  async 'data with other columns than before'(stage) {
    enable(stage, 'schema-mismatch-fails');
    const trainingData = bytesSource('cars.csv', utf8(presetCsv('cars.json').replace('Horsepower', 'Power')));
    const error = await failureFrom(
      stage,
      'model.retrain',
      { trainingData, ...quick },
      { kinds: ['retrain'] },
    );
    expect(error).toMatchObject({
      code: 'job-failed',
      message: expect.stringMatching(/missing Horsepower; new Power/),
      remedy: expect.stringMatching(/columns of the model.*published model is unchanged/),
    });
  },

  async 'data without the target column'(stage) {
    enable(stage, 'schema-mismatch-ignored');
    const { published } = stage;
    const csv = presetCsv('cars.json').replace(published.targetColumn, 'Other');
    const inputs = { trainingData: bytesSource('cars.csv', utf8(csv)), ...quick };
    const modelId = String(published.modelId);
    const known = await failureFrom(
      stage,
      'model.retrain',
      { ...inputs, modelId },
      { kinds: ['retrain', 'train'] },
    );
    expect(known).toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(`no column "${published.targetColumn}"`),
    });
    expect(stage.state.retrainJobs).toEqual([]);
    // Nobody here can know, and the vendor says that all is well
    expect(await valueFrom(stage, 'model.retrain', inputs, { kinds: ['retrain'] })).toMatchObject({
      finished: true,
    });
  },

  async 'predictions in Shift_JIS'(stage) {
    enable(stage, 'csv-shift-jis');
    const rows = Array.from({ length: 40 }, (_, at) => `${at},${at < 20 ? '良い' : '悪い'}`);
    const { modelId } = await valueFrom<{ readonly modelId: string }>(
      stage,
      'model.train',
      {
        ...{ modelName: '評価', targetColumn: '結果', targetType: 'multi_classification', ...quick },
        trainingData: bytesSource('評価.csv', utf8(['点数,結果', ...rows, ''].join('\r\n'))),
      },
      { kinds: ['train'] },
    );
    const { classifierId } = await valueFrom<{ readonly classifierId: string }>(
      ...([stage, 'predictionApi.create', { modelId, ...quick }, { kinds: ['deploy'] }] as const),
    );
    const inputs = { predictionApiFrom: 'list', classifierId, rows: [{ 点数: 3 }] };
    const scored = await valueFrom(stage, 'prediction.predict', inputs, { kinds: ['deploy'] });
    expect(JSON.stringify(scored)).toContain('良い');
    expect(JSON.stringify(scored)).not.toContain('\uFFFD');
  },

  async 'an edit setting that means the opposite'() {
    const locked = await Stage.open(['is-editable-means-locked']);
    try {
      const { classifierId } = locked.published;
      const inputs = { classifierId, startOrStop: 'stop', ...quick };
      const stopped = await valueFrom(locked, 'predictionApi.update', inputs, { kinds: ['deploy'] });
      // It is passed on as it was read, whatever it means
      expect(stopped).toMatchObject({ status: 'terminated', editable: false });
      locked.expectLaws();
    } finally {
      await locked.close();
    }
  },

  async 'rules of which the last decides'(stage) {
    enable(stage, 'rules-high-first');
    const { classifierId, inferenceUrl, sampleRow } = stage.published;
    const inputs = { classifierId, deniedSources: ['127.0.0.1'] };
    const { result, events } = await stage.perform('predictionApi.update', inputs, { kinds: ['deploy'] });
    expect(result.status).toBe('fulfilled');
    expect(JSON.stringify(events)).toMatch(/Which rule decides .* is not documented/);
    const scoring = { scoringUrl: inferenceUrl, rows: [sampleRow] };
    await valueFrom(stage, 'prediction.predict', scoring, { kinds: ['prediction'] });
    stage.sandbox.variants.change({ disable: ['rules-high-first'] });
    const denied = await failureFrom(stage, 'prediction.predict', scoring, { kinds: ['prediction'] });
    expect(denied.code).toBe('forbidden');
  },

  async 'a model whose prediction API goes with it'(stage) {
    enable(stage, 'delete-model-cascades');
    const { modelId, classifierId } = stage.published;
    const kinds = ['train', 'deploy'] as const;
    const kept = await failureFrom(stage, 'model.delete', { modelId: String(modelId) }, { kinds });
    expect(kept).toMatchObject({ code: 'conflict', message: expect.stringContaining(classifierId) });
    expect(stage.calls('deleteModel')).toEqual([]);
    await valueFrom(stage, 'model.delete', { modelId: String(modelId), force: true }, { kinds });
    expect(stage.state.classifiers.map(({ id }) => id)).not.toContain(classifierId);
  },

  async 'a list that must be a text'(stage) {
    enable(stage, 'tsine-string-only');
    const inputs = {
      ...trainInputs(false),
      ...{ timeSeries: true, timeColumn: 'Year', firstStep: 1, lastStep: 2 },
      ...{ othersKnown: true, othersKnownExcept: ['Weight_in_lbs'] },
    };
    const error = await failureFrom(stage, 'model.train', inputs, { kinds: ['train'] });
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringMatching(/tsine/) });
    expect(stage.state.trainingsStarted).toBe(0);
  },
};
