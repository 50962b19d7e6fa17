import { logText } from '../support/log-text.ts';
import { evilText } from '../support/evil-text.ts';
import { onStage } from '../support/on-stage.ts';
import { ask } from './support/platform.ts';
import { definition, waitInputs } from './support/steps.ts';

test(
  'figures are named by code that anybody may have written, and are text all the same',
  onStage({ variants: ['stuck-pending'] }, async (stage) => {
    const { sandbox, run } = stage;
    const given = await waitInputs(stage);
    const path = `/training/definitions/${definition}/jobs/${given['job-id']}/statistics`;
    const stages = { [evilText]: { [evilText]: evilText, loss: 0.5 }, train: { loss: 'NaN' } };
    await ask(sandbox, 'POST', path, { statistics: { epoch: 1, num_epochs: 2, stages } });
    const { main } = await run('abeja/wait', { ...given, timeout: '1s', 'on-timeout': 'detach' });
    expect(logText(main)).toMatch(/is Pending.*epoch 1 of 2.*train\.loss NaN/);
    expect(main.summary).toMatch(/^\| epoch \| .*train\.loss/m);
    expect(main.summary).not.toContain('<img');
    expect(main.outputs).toMatchObject({ outcome: 'timed-out', 'job-id': given['job-id'] });
    expect(main.annotations.filter(({ title }) => title === 'evil')).toEqual([]);
    expect(main.masks.some((mask) => mask === 'succeeded' || mask.startsWith('evil'))).toBe(false);
    expect(logText(main)).not.toMatch(/##\[set-|Unable to process command/);
  }),
);
