import { abejaRefusals } from '../abeja/support/refusals.ts';
import { dataRobotRefusals } from '../datarobot/support/refusals.ts';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { underWay } from './support/vendor-counts.ts';
import { usualInputs } from './support/usual-inputs.ts';

describe('the step fails, says why, and starts nothing that goes on', () => {
  test.concurrent.each(Object.entries({ ...dataRobotRefusals, ...abejaRefusals }))(
    '%s',
    async (_, { step, fault, variants, told }) => {
      await onStage({ variants, stepByStep: true }, async (stage) => {
        const { sandbox, run, files } = stage;
        const given = await usualInputs(stage, step);
        const before = await files();
        if (fault) sandbox.faults.plan(fault);
        const { main, post } = await run(step, given);
        expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
        const errors = main.annotations.filter(({ kind }) => kind === 'error');
        expect(errors).toEqual([
          { kind: 'error', title: expect.stringMatching(/ failed$/), message: expect.stringMatching(told) },
        ]);
        expect(main.summary).toMatch(/^### ❌ .* failed/);
        expect(await files()).toEqual(before);
        expect([post.outcome, logText(post)]).toEqual(['success', '']);
        expect(underWay(sandbox)).toBe(0);
      })();
    },
  );
});
