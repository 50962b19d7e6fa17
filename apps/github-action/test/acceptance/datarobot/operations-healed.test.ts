import type { FaultRequest } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { predictInputs, replaceInputs, retrainInputs, uploadInputs } from './support/operations.ts';
import { vendorState } from './support/scoring.ts';

type Given = Readonly<Record<string, string>>;

const inputsOf: Readonly<Record<string, (stage: OnStage) => Given | Promise<Given>>> = {
  predict: predictInputs,
  'upload-dataset': uploadInputs,
  retrain: retrainInputs,
  'replace-model': replaceInputs,
};

interface Case {
  readonly step: string;
  readonly fault: FaultRequest;
  /** What the log says of it. */
  readonly told?: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'a prediction server that is busy': {
    step: 'predict',
    fault: { kind: 'http-503-burst', operation: 'predict', times: 2 },
  },
  'a quota of predictions that is used up for a second': {
    step: 'predict',
    fault: { kind: 'retry-after-seconds', operation: 'predict' },
  },
  'predictions that break off': {
    step: 'predict',
    fault: { kind: 'truncated-body', operation: 'predict' },
  },
  'an answer that is lost after a dataset was made': {
    step: 'upload-dataset',
    fault: { kind: 'drop-before-answer', operation: 'datasetUpload' },
    told: /taken for|was made|made since/i,
  },
  'a busy server while a dataset is made': {
    step: 'upload-dataset',
    fault: { kind: 'http-503-burst', operation: 'asyncStatus', times: 2 },
  },
  'an answer that is lost after a retraining was started': {
    step: 'retrain',
    fault: { kind: 'drop-before-answer', operation: 'retrainingRunCreate' },
    told: /is taken for the one/,
  },
  'a failing look at a retraining': {
    step: 'retrain',
    fault: { kind: 'http-500-once', operation: 'retrainingRun' },
  },
  'the page of a gateway in place of a retraining': {
    step: 'retrain',
    fault: { kind: 'html-error', operation: 'retrainingRun' },
  },
  'an answer that is lost after a replacement was begun': {
    step: 'replace-model',
    fault: { kind: 'drop-before-answer', operation: 'modelReplace' },
  },
  'a busy server while a model is replaced': {
    step: 'replace-model',
    fault: { kind: 'http-503-burst', operation: 'asyncStatus', times: 2 },
  },
};

/** How many of all that a step can make are there. */
const madeAt = ({ sandbox }: OnStage) => {
  const { datasets, retrainings, replacements } = vendorState(sandbox);
  return datasets.length + retrainings.length + replacements;
};

describe('the step succeeds all the same, and makes nothing twice', () => {
  test.concurrent.each(Object.entries(cases))('%s', async (_, { step, fault, told = /./ }) => {
    await onStage({ stepByStep: true }, async (stage) => {
      const { sandbox, run } = stage;
      const given = (await inputsOf[step]?.(stage)) ?? {};
      const before = madeAt(stage);
      sandbox.faults.plan(fault);
      const { main, post } = await run(`datarobot/${step}`, given);
      expect(main).toMatchObject({ outcome: 'success', outputs: { outcome: 'succeeded' } });
      expect(logText(main)).toMatch(told);
      expect(madeAt(stage) - before).toBe(step === 'predict' ? 0 : 1);
      expect(logText(post)).toBe('');
    })();
  });
});
