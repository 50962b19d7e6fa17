import { abejaMishaps } from '../abeja/support/mishaps.ts';
import { dataRobotMishaps } from '../datarobot/support/mishaps.ts';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { usualInputs } from './support/usual-inputs.ts';
import { madeAt } from './support/vendor-counts.ts';

describe('the step succeeds all the same, and makes nothing twice', () => {
  test.concurrent.each(Object.entries({ ...dataRobotMishaps, ...abejaMishaps }))(
    '%s',
    async (_, { step, fault, made = 1, told = /./ }) => {
      await onStage({ stepByStep: step.startsWith('datarobot/') }, async (stage) => {
        const { sandbox, run } = stage;
        const given = await usualInputs(stage, step);
        const before = madeAt(sandbox);
        sandbox.faults.plan(fault);
        const { main, post } = await run(step, given);
        expect(main).toMatchObject({ outcome: 'success', outputs: { outcome: 'succeeded' } });
        expect(logText(main)).toMatch(told);
        expect(madeAt(sandbox) - before).toBe(made);
        expect(logText(post)).toBe('');
      })();
    },
  );
});
