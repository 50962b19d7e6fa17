import { abejaBadInputs } from '../abeja/support/bad-inputs.ts';
import { dataRobotBadInputs } from '../datarobot/support/bad-inputs.ts';
import { cars } from '../datarobot/support/scoring.ts';
import { expectRefused } from '../support/expect-refused.ts';
import { onStage } from '../support/on-stage.ts';
import { usualInputs } from './support/usual-inputs.ts';

describe('what cannot be is told before anything is sent', () => {
  test.concurrent.each([...dataRobotBadInputs, ...abejaBadInputs])(
    '%s refuses %j',
    async (step, given, told) => {
      await onStage({}, async (stage) => {
        const { file, run, sandbox } = stage;
        await file('data/cars.csv', cars());
        await file('data/more.csv', cars());
        await file('empty.csv', '');
        await file('header.csv', 'Name,Year\r\n');
        const inputs = { ...(await usualInputs(stage, step)), ...given };
        const before = sandbox.requests().length;
        const since = { requests: () => sandbox.requests().slice(before) };
        expect(expectRefused(since, await run(step, inputs))).toMatch(told);
      })();
    },
  );
});

test.each([
  ['datarobot/predict', 'file'],
  ['datarobot/upload-dataset', 'file'],
  ['datarobot/replace-model', 'sample-file'],
  ['abeja/train', 'source'],
  ['abeja/register-model', 'file'],
  ['abeja/switch-service', 'sample-file'],
  ['abeja/upload-data', 'file'],
])('%s does nothing where %s matches nothing and that is no error', async (step, input) => {
  await onStage({}, async (stage) => {
    const usual = await usualInputs(stage, step);
    const before = stage.sandbox.requests().length;
    const inputs = { ...usual, [input]: 'none/*.csv', 'if-no-files-found': 'warn' };
    const { main } = await stage.run(step, inputs);
    expect(main).toMatchObject({ outcome: 'success', outputs: { outcome: 'skipped' } });
    expect(main.annotations).toEqual([
      { kind: 'warning', message: expect.stringContaining('matches no file') },
    ]);
    expect(stage.sandbox.requests()).toHaveLength(before);
  })();
});
