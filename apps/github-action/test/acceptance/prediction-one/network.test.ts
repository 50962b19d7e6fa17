import type { FaultRequest } from '@modelferry/sandbox';
import { errorOf } from '../support/error-of.ts';
import { logText } from '../support/log-text.ts';
import { onStage, type StageOptions } from '../support/on-stage.ts';
import { cars, muchData, retrainAccess, vendorState } from '../support/prediction-one.ts';
import { asked, requestsOf } from '../support/requests.ts';

/** Something that goes wrong on the way, and what a retraining makes of it. */
interface Trouble {
  readonly title: string;
  readonly faults?: readonly FaultRequest[];
  readonly variants?: StageOptions['variants'];
  readonly asks: readonly string[];
  /** Where it is worth a word. */
  readonly says?: RegExp;
}

const [upload, put, status, get] = ['retrainUpload', 'put', 'retrainStatus', 'download'] as const;
/** The result's address is asked for anew, right before it is used. */
const tail = [status, status, get];

const healed: readonly Trouble[] = [
  {
    title: 'a rate limit, which says how long to wait',
    faults: [{ kind: 'retry-after-seconds', operation: upload, seconds: 1 }],
    asks: [upload, upload, put, ...tail],
  },
  {
    title: 'a rate limit, which says until when to wait',
    faults: [{ kind: 'retry-after-date', operation: status, seconds: 2 }],
    asks: [upload, put, status, ...tail],
  },
  {
    title: 'a burst of 503',
    faults: [{ kind: 'http-503-burst', operation: upload, times: 2 }],
    asks: [upload, upload, upload, put, ...tail],
  },
  {
    title: 'a 500 without a code',
    faults: [{ kind: 'http-500-once', operation: status }],
    asks: [upload, put, status, ...tail],
  },
  {
    title: 'a connection that ends before the answer',
    faults: [{ kind: 'drop-before-answer', operation: status }],
    asks: [upload, put, status, ...tail],
  },
  {
    title: 'an upload URL that has expired: another one is asked for',
    faults: [{ kind: 'upload-url-expired' }],
    asks: [upload, put, upload, put, ...tail],
  },
  {
    title: 'a connection that ends after all of the data: they are not sent again',
    faults: [{ kind: 'drop-after-upload' }],
    asks: [upload, put, ...tail],
    says: /not sent again/,
  },
  {
    title: 'a result that breaks off',
    faults: [{ kind: 'truncated-body', operation: get }],
    asks: [upload, put, ...tail, status, get],
  },
  {
    title: 'a result URL that has expired',
    faults: [{ kind: 'download-url-expired' }],
    asks: [upload, put, ...tail, status, get],
  },
];

test.concurrent.each(healed)('retrain overcomes $title', ({ faults, variants, asks, says }) =>
  onStage({ faults, variants }, async ({ sandbox, run, file, files }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
      'output-dir': 'result',
      'poll-interval': '5s',
    });
    expect(main).toMatchObject({ outcome: 'success', exitCode: 0, outputs: { outcome: 'succeeded' } });
    expect(asked(sandbox)).toEqual(asks);
    expect(await files()).toEqual([
      'cars.csv',
      expect.stringMatching(/^result\/sandbox-result-[\w-]+\.zip$/),
    ]);
    if (says) expect(logText(main)).toMatch(says);
    // However often something was repeated: one training, and the data went where it was named last
    const { trainingsStarted, retrainJobs } = vendorState(sandbox);
    expect(trainingsStarted).toBe(1);
    expect(retrainJobs.find((job) => job.trainingsStarted === 1)?.id).toBe(main.outputs['job-id']);
  })(),
);

test.concurrent(
  'a key is not carried to where an answer points',
  onStage(
    { faults: [{ kind: 'redirect-cross-origin', operation: upload }] },
    async ({ sandbox, run, file }) => {
      const { main } = await run('prediction-one/retrain', {
        ...retrainAccess(sandbox),
        'training-data': await file('cars.csv', cars()),
      });
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
      expect(errorOf(main)).toMatch(/redirect/i);
      expect(asked(sandbox)).toEqual([upload]);
    },
  ),
);

test.concurrent(
  'a result that stays broken fails the step, and leaves no file',
  onStage({ variants: ['result-truncated'] }, async ({ sandbox, run, file, files }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
      'output-dir': 'result',
    });
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
    expect(main.outputs).toMatchObject({ 'job-id': expect.any(String), outcome: 'failed' });
    expect(await files()).toEqual(['cars.csv']);
    // The job itself is fine: its result can be fetched later
    expect(errorOf(main)).toContain('prediction-one/wait@');
    expect(errorOf(main)).toContain(main.outputs['job-id']);
  }),
);

test.concurrent(
  'the data go out with their length, without a key and without a type',
  onStage({}, async ({ sandbox, run, file }) => {
    await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', cars()),
      wait: 'false',
    });
    const [sent] = requestsOf(sandbox, put);
    expect(sent?.headers).toMatchObject({ 'content-length': String(Buffer.byteLength(cars())) });
    for (const header of ['x-api-key', 'content-type', 'authorization'])
      expect(sent?.headers).not.toHaveProperty(header);
  }),
);

test.concurrent(
  'data that break off on the way are sent once more, to the same place',
  onStage({ faults: [{ kind: 'reset-mid-body', operation: put }] }, async ({ sandbox, run, file }) => {
    const { main } = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': await file('cars.csv', muchData()),
      wait: 'false',
    });
    expect(main).toMatchObject({ outcome: 'success', exitCode: 0, outputs: { outcome: 'succeeded' } });
    expect(asked(sandbox)).toEqual([upload, put, put]);
    const [first, second] = requestsOf(sandbox, put);
    expect(second?.path).toBe(first?.path);
    expect(logText(main)).toMatch(/The upload begins anew/);
    expect(vendorState(sandbox).retrainJobs).toMatchObject([{ trainingsStarted: 1, uploads: [{}] }]);
  }),
);
