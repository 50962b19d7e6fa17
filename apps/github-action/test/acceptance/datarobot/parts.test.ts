import type { FaultRequest } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { asked, countOf, whenAsked } from '../support/requests.ts';
import { resultBytes, resultRows } from '../support/result-file.ts';
import { carRows, cars, manyCars, scoreInputs, vendorState } from './support/scoring.ts';

const parts = { 'upload-mode': 'parts', 'part-bytes': '6000' };
const score = async (stage: OnStage, more: Readonly<Record<string, string>> = {}, table?: string) =>
  ['datarobot/batch-predict', { ...(await scoreInputs(stage, table)), ...parts, ...more }] as const;

describe('scoring a file that is sent in parts', () => {
  test.each(['1', '3'])('gives what it gives in one piece, with %s at a time', (concurrency) =>
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const { main } = await run(...(await score(stage, { 'part-concurrency': concurrency })));
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'scored-rows': String(carRows) });
      // One that does not take several at a time gets them in order, with another job
      const job = vendorState(sandbox).batchJobs.at(-1);
      expect(job).toMatchObject({ finalizes: 1, rows: carRows });
      expect(job?.uploads.length).toBeGreaterThan(3);
      expect(asked(sandbox).filter((name) => name === 'batchUpload')).toEqual([]);

      const whole = await run('datarobot/batch-predict', await scoreInputs(stage));
      expect(resultBytes(main).equals(resultBytes(whole.main))).toBe(true);
      expect(main.summary).toMatch(/\| Sent \| `cars\.csv` \(23\.0 kB/);
    })(),
  );

  const healed: Readonly<Record<string, FaultRequest>> = {
    'a part that breaks off': { kind: 'reset-mid-body', operation: 'batchUploadPart', skip: 2 },
    'a part whose arrival is not confirmed': {
      kind: 'drop-before-answer',
      ...{ operation: 'batchUploadPart', skip: 1 },
    },
    'a busy server between two parts': {
      kind: 'http-503-burst',
      ...{ operation: 'batchUploadPart', skip: 1, times: 2 },
    },
    'an end of the parts that is not confirmed': { kind: 'drop-before-answer', operation: 'batchFinalize' },
  };
  test.concurrent.each(Object.entries(healed))('survives %s, with one job', async (_, fault) => {
    await onStage({ faults: [fault] }, async (stage) => {
      const { main, post } = await stage.run(...(await score(stage)));
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'scored-rows': String(carRows) });
      expect(resultRows(main)).toHaveLength(carRows);
      expect(vendorState(stage.sandbox)).toMatchObject({ jobsCreated: 1, jobsOpen: 0 });
      expect(logText(post)).toBe('');
    })();
  });

  test(
    'ends the job that was to score them when a part is refused',
    onStage(
      {
        faults: [
          {
            kind: 'vendor-error',
            operation: 'batchUploadPart',
            status: 422,
            message: 'Not valid CSV',
            skip: 1,
          },
        ],
      },
      async (stage) => {
        const { main } = await stage.run(...(await score(stage)));
        expect(main.outputs).toMatchObject({ outcome: 'failed' });
        expect(main.annotations[0]?.message).toMatch(/answered 422, "Not valid CSV"/);
        expect(vendorState(stage.sandbox)).toMatchObject({ jobsCreated: 1, jobsQueued: 0, jobsOpen: 0 });
        expect(countOf(stage.sandbox, 'batchFinalize')).toBe(0);
      },
    ),
  );

  test(
    'ends the job when the run is cancelled between two parts, whatever on-cancel says',
    onStage(
      { faults: [{ kind: 'stall-mid-upload', operation: 'batchUploadPart', skip: 1 }] },
      async (stage) => {
        const step = await score(stage, { 'on-cancel': 'detach' }, manyCars(2_000));
        const secondHasCome = () => countOf(stage.sandbox, 'batchUploadPart') > 1;
        const { main, post } = await stage.run(...step, {
          cancel: { when: whenAsked(stage.sandbox, 'batchUploadPart', secondHasCome) },
        });
        expect(main).toMatchObject({ outcome: 'cancelled', outputs: { outcome: 'cancelled' } });
        expect(main.annotations[0]?.message).toMatch(/Batch prediction \w+ never got all of its data/);
        expect(vendorState(stage.sandbox)).toMatchObject({ jobsCreated: 1, jobsQueued: 0, jobsOpen: 0 });
        expect(logText(post)).toBe('');
      },
    ),
  );

  test.each([
    [{ 'upload-mode': 'pieces' }, /upload-mode: must be one of whole, parts/],
    [{ 'part-bytes': '10' }, /part-bytes: .*is "10"/],
    [{ 'part-concurrency': '5' }, /part-concurrency: /],
  ])('refuses %j', async (given, told) => {
    await onStage({}, async (stage) => {
      await stage.file('data/cars.csv', cars());
      const { main } = await stage.run(...(await score(stage, given as Readonly<Record<string, string>>)));
      expect(main.annotations[0]?.message).toMatch(told);
      expect(stage.sandbox.requests()).toEqual([]);
    })();
  });
});
