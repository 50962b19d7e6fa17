import type { FaultRequest, OperationName } from '@modelferry/sandbox';
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

/** A refusal in the vendor's own form. */
const refused = (operation: OperationName, status: number, message: string): FaultRequest => ({
  kind: 'vendor-error',
  ...{ operation, status, message },
});

interface Case {
  readonly step: string;
  readonly fault: FaultRequest;
  /** What the error says, and what it tells to do. */
  readonly told: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'a key that is revoked, before a prediction': {
    step: 'predict',
    fault: { kind: 'token-revoked', operation: 'deployment' },
    told: /answered 401.*Check the `api-token`/s,
  },
  'a key that the prediction server does not take': {
    step: 'predict',
    fault: refused('predict', 401, 'Invalid token'),
    told: /answered 401, "Invalid token"/,
  },
  'a deployment that cannot be used': {
    step: 'predict',
    fault: refused('deployment', 403, 'No access'),
    told: /answered 403, "No access"/,
  },
  'a deployment that is not there': {
    step: 'predict',
    fault: refused('deployment', 404, 'Deployment not found'),
    told: /answered 404, "Deployment not found"/,
  },
  'rows that cannot be scored': {
    step: 'predict',
    fault: refused('predict', 422, 'no such column'),
    told: /answered 422, "no such column"/,
  },
  'half of the predictions': {
    step: 'predict',
    fault: { kind: 'truncated-json', operation: 'predict' },
    told: /406|whole|rows/,
  },
  'a key that is revoked, before an upload': {
    step: 'upload-dataset',
    fault: { kind: 'token-revoked', operation: 'datasets' },
    told: /answered 401.*Check the `api-token`/s,
  },
  'an upload without rights': {
    step: 'upload-dataset',
    fault: refused('datasetUpload', 403, 'No access'),
    told: /answered 403, "No access"/,
  },
  'a dataset that is too large': {
    step: 'upload-dataset',
    fault: { kind: 'dataset-too-large' },
    told: /too large|larger/i,
  },
  'a dataset that cannot be read': {
    step: 'upload-dataset',
    fault: { kind: 'async-error', skip: 1, message: 'not a table' },
    told: /not a table/,
  },
  'a deployment that cannot be retrained': {
    step: 'retrain',
    fault: refused('retrainingSettings', 404, 'Deployment not found'),
    told: /answered 404, "Deployment not found"/,
  },
  'a policy that is refused': {
    step: 'retrain',
    fault: refused('retrainingRunCreate', 422, 'no user to train as'),
    told: /answered 422, "no user to train as"/,
  },
  'a key that is revoked, before a retraining': {
    step: 'retrain',
    fault: { kind: 'token-revoked', operation: 'retrainingSettings' },
    told: /answered 401.*Check the `api-token`/s,
  },
  'a retraining that fails': {
    step: 'retrain',
    fault: { kind: 'run-fails', message: 'too few rows' },
    told: /too few rows/,
  },
  'a model that is not there': {
    step: 'replace-model',
    fault: refused('modelValidate', 404, 'Model package not found'),
    told: /answered 404, "Model package not found"/,
  },
  'a replacement without rights': {
    step: 'replace-model',
    fault: refused('modelReplace', 403, 'No access'),
    told: /answered 403, "No access"/,
  },
  'a replacement that fails': {
    step: 'replace-model',
    fault: { kind: 'replacement-errored', message: 'cannot deploy' },
    told: /cannot deploy|errored/,
  },
};

describe('the step fails, says why, and starts nothing that goes on', () => {
  test.concurrent.each(Object.entries(cases))('%s', async (_, { step, fault, told }) => {
    await onStage({ stepByStep: true }, async (stage) => {
      const { sandbox, run, files } = stage;
      const given = (await inputsOf[step]?.(stage)) ?? {};
      const before = await files();
      sandbox.faults.plan(fault);
      const { main, post } = await run(`datarobot/${step}`, given);
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
      const errors = main.annotations.filter(({ kind }) => kind === 'error');
      expect(errors).toEqual([
        { kind: 'error', title: expect.stringMatching(/ failed$/), message: expect.stringMatching(told) },
      ]);
      expect(main.summary).toMatch(/^### ❌ .* failed/);
      expect(await files()).toEqual(before);
      expect([post.outcome, logText(post)]).toEqual(['success', '']);
      const going = vendorState(sandbox).retrainings.filter(({ state }) => /queued|running/.test(state));
      expect(going).toEqual([]);
    })();
  });
});
