import { readFileSync } from 'node:fs';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { trainInputs, vendorState } from './support/platform.ts';

test(
  'a folder becomes a version, and the version a job that is waited for',
  onStage({}, async (stage) => {
    const { sandbox, run } = stage;
    const { main, post } = await run('abeja/train', await trainInputs(stage));
    expect(main).toMatchObject({ outcome: 'success', outputs: { outcome: 'succeeded' } });
    expect(logText(post)).toBe('');
  }),
);
