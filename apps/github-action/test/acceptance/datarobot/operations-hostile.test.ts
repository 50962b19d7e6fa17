import type { FaultRequest } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { evilText } from './support/evil-text.ts';
import { predictInputs, replaceInputs, retrainInputs, uploadInputs } from './support/operations.ts';

type Given = Readonly<Record<string, string>>;

interface Case {
  readonly step: string;
  readonly given: (stage: OnStage) => Given | Promise<Given>;
  readonly fault: FaultRequest;
}

const message = evilText;
const cases: Readonly<Record<string, Case>> = {
  'in the answer of a prediction server': {
    ...{ step: 'predict', given: predictInputs },
    fault: { kind: 'vendor-error', operation: 'predict', message },
  },
  'in why a dataset could not be made': {
    ...{ step: 'upload-dataset', given: uploadInputs },
    fault: { kind: 'async-error', message },
  },
  'in why a retraining failed': {
    ...{ step: 'retrain', given: retrainInputs },
    fault: { kind: 'run-fails', message },
  },
  'in why a model could not be replaced': {
    ...{ step: 'replace-model', given: replaceInputs },
    fault: { kind: 'replacement-errored', message },
  },
  'in the page of a gateway': {
    ...{ step: 'retrain', given: retrainInputs },
    fault: {
      kind: 'html-error',
      ...{ operation: 'retrainingSettings', status: 422, body: `<html>${message}</html>` },
    },
  },
};

describe('commands that come from the vendor are text', () => {
  test.concurrent.each(Object.entries(cases))('%s', async (_, { step, given, fault }) => {
    await onStage({ stepByStep: true }, async (stage) => {
      const inputs = await given(stage);
      stage.sandbox.faults.plan(fault);
      const { main, post } = await stage.run(`datarobot/${step}`, inputs);
      expect(main.outputs).toMatchObject({ outcome: 'failed' });
      expect(JSON.stringify(main.outputs)).not.toContain('evil');
      expect(main.annotations.filter(({ title }) => title === 'evil')).toEqual([]);
      expect(main.masks.some((mask) => mask === 'succeeded' || mask.startsWith('evil'))).toBe(false);
      expect(logText(main)).not.toMatch(/##\[set-|Unable to process command/);
      for (const { summary } of [main, post]) expect(summary).not.toContain('<img');
    })();
  });
});
