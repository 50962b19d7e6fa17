import { abejaAttacks } from '../abeja/support/attacks.ts';
import { dataRobotAttacks } from '../datarobot/support/attacks.ts';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { usualInputs } from './support/usual-inputs.ts';

describe('commands that come from the vendor are text', () => {
  test.concurrent.each(Object.entries({ ...dataRobotAttacks, ...abejaAttacks }))(
    '%s',
    async (_, { step, fault }) => {
      await onStage({ stepByStep: true }, async (stage) => {
        const inputs = await usualInputs(stage, step);
        stage.sandbox.faults.plan(fault);
        const { main, post } = await stage.run(step, inputs);
        expect(main.outputs).toMatchObject({ outcome: 'failed' });
        expect(JSON.stringify(main.outputs)).not.toContain('evil');
        expect(main.annotations.filter(({ title }) => title === 'evil')).toEqual([]);
        expect(main.masks.some((mask) => mask === 'succeeded' || mask.startsWith('evil'))).toBe(false);
        expect(logText(main)).not.toMatch(/##\[set-|Unable to process command/);
        for (const { summary } of [main, post]) expect(summary).not.toContain('<img');
      })();
    },
  );
});
