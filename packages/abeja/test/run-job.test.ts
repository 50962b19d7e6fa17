import { errorOf, valueOf, warningsOf, wordsOf } from '@modelferry/testkit';
import { storedZip } from '@modelferry/upload';
import { source } from './support/answers.ts';
import { Stage } from './support/stage.ts';

const stage = Stage.forEachTest();

const definition = 'cars-fuel';
const run = (more: object = {}, records = []) =>
  stage.perform('job.run', { definition, ...more }, { records });

test('runs the latest version, tells its figures on the way, and brings the result and the model', async () => {
  const performance = await run({ description: 'nightly', environment: 'DEPTH=3' });
  const value = valueOf(performance);
  expect(value).toMatchObject({
    ...{ definition, version: 1, status: 'Complete', finished: true, pending: false, goodEnough: true },
    environment: { TARGET: 'Miles_per_Gallon', DEPTH: '3' },
    description: expect.stringMatching(/^nightly \[mf-\w+\]$/) as string,
    modelId: expect.any(String) as string,
    epoch: 3,
    numEpochs: 3,
  });
  const [[name, bytes] = []] = performance.files;
  expect(name).toBe(`result-${String(value['jobId'])}.zip`);
  expect(String.fromCharCode(...(bytes ?? []).slice(0, 2))).toBe('PK');
  const told = performance.events.flatMap((event) => (event.type === 'status' ? [event.snapshot] : []));
  expect(told.map(({ progress }) => progress)).toEqual([undefined, 1 / 3, 2 / 3, 1, 1]);
  expect(told[1]?.figures?.slice(0, 4)).toEqual([
    { name: 'epoch', value: 1, total: 3 },
    { name: 'progress', value: 0.3333 },
    ...['accuracy', 'loss'].map((name) => ({ stage: 'train', name, value: expect.any(Number) as number })),
  ]);
  expect(performance.records.map(({ kind, phase }) => [kind, phase])).toEqual([
    ['training-request', 'issued'],
    ['training-job', 'started'],
    ['training-request', 'created'],
    ['training-job', 'finished'],
  ]);
});

describe('a start whose answer is lost', () => {
  const lost = ['drop-after-create', 'error-after-create', 'truncated-json'] as const;

  test.each(lost)('%s: the job is found by its mark, and there is one', async (kind) => {
    stage.plan({ kind, operation: 'trainingJobCreate' });
    const performance = await run();
    expect(valueOf(performance)).toMatchObject({ finished: true, status: 'Complete' });
    expect(warningsOf(performance)).toMatch(
      /No clear answer came .* What has its marker \[mf-\w+\] is taken/,
    );
    expect([stage.state.jobsCreated, stage.count('trainingJobCreate')]).toEqual([1, 1]);
  });

  test('it is found among more than a page, in any order, archived ones included', async () => {
    stage.enable('small-pages', 'order-shuffled', 'no-total');
    const { client, signal } = stage.context();
    for (let index = 0; index < 5; index++) {
      const { jobId } = await client.createJob(definition, 1, { description: `job ${index}` }, signal);
      await client.stopJob(definition, jobId, signal);
      await client.archiveJob(definition, jobId, signal);
    }
    stage.plan({ kind: 'drop-after-create', operation: 'trainingJobCreate' });
    expect(valueOf(await run({ description: 'ours' }))).toMatchObject({
      description: expect.stringMatching(/^ours /) as string,
    });
    expect(stage.state.jobsCreated).toBe(6);
  });

  test('where nothing was made, it is not sent again: that is said, with the mark', async () => {
    stage.plan({ kind: 'reset-after-body', operation: 'trainingJobCreate' });
    const performance = await run({ downloadResult: false });
    expect(errorOf(performance).code).toBe('outcome-unknown');
    expect(wordsOf(performance)).toMatch(/not known whether it worked to start a training job .* \[mf-\w+\]/);
    expect(stage.count('trainingJobCreate')).toBe(1);
  });

  test('a later try of the same request looks, and sends nothing', async () => {
    stage.plan({ kind: 'drop-after-create', operation: 'trainingJobCreate' });
    stage.plan({ kind: 'vendor-error', operation: 'trainingJobs', times: 2 });
    const records: never[] = [];
    expect(errorOf(await run({}, records)).code).toBe('outcome-unknown');
    expect(valueOf(await run({}, records))).toMatchObject({ finished: true });
    expect([stage.state.jobsCreated, stage.count('trainingJobCreate')]).toEqual([1, 1]);
  });

  test('a start that was turned away with 429 is sent again', async () => {
    stage.plan({ kind: 'retry-after-seconds', operation: 'trainingJobCreate' });
    expect(valueOf(await run())).toMatchObject({ finished: true });
    expect(stage.state.jobsCreated).toBe(1);
  });
});

test('a later try goes on with the job of an earlier one', async () => {
  const records: never[] = [];
  const first = valueOf(await run({ timeoutMs: 1_000 }, records));
  expect(first).toMatchObject({ pending: true, finished: false, goodEnough: false });
  const second = await run({ timeoutMs: 600_000 }, records);
  expect(valueOf(second)).toMatchObject({ jobId: first['jobId'], finished: true });
  expect(warningsOf(second)).toMatch(/Going on with training job/);
  expect(stage.state.jobsCreated).toBe(1);
});

test('after a failure, the next try begins anew', async () => {
  const records: never[] = [];
  stage.plan({ kind: 'job-fails', operation: 'trainingJob' });
  expect(errorOf(await run({}, records)).code).toBe('job-failed');
  expect(valueOf(await run({}, records))).toMatchObject({ finished: true });
  expect(stage.state.jobsCreated).toBe(2);
});

test('a job that was found and then failed is not taken up again', async () => {
  const records: never[] = [];
  stage.plan({ kind: 'drop-after-create', operation: 'trainingJobCreate' });
  stage.plan({ kind: 'job-fails', operation: 'trainingJob' });
  expect(errorOf(await run({}, records)).code).toBe('job-failed');
  expect(valueOf(await run({}, records))).toMatchObject({ finished: true });
  expect(stage.state.jobsCreated).toBe(2);
});

test('a request that was clearly refused may be sent again', async () => {
  const records: never[] = [];
  stage.plan({ kind: 'vendor-error', operation: 'trainingJobCreate' });
  expect(errorOf(await run({}, records)).code).toBe('rejected');
  expect(valueOf(await run({}, records))).toMatchObject({ finished: true });
  expect(stage.state.jobsCreated).toBe(1);
});

describe('a gate', () => {
  const gate = { metricName: 'validation.accuracy', metricThreshold: 0.5 };

  test('lets through what is good enough, and names the figure', async () => {
    const value = valueOf(await run(gate));
    expect(value).toMatchObject({
      goodEnough: true,
      metricValue: expect.stringMatching(/^0\.\d+$/) as string,
    });
  });

  const tooMuch = { ...gate, metricThreshold: 0.9999 };

  test('fails with what is not good enough, and keeps the result; a later try trains no second time', async () => {
    const records: never[] = [];
    for (const _ of [1, 2]) {
      const performance = await run(tooMuch, records);
      expect(errorOf(performance).code).toBe('job-failed');
      expect(wordsOf(performance)).toMatch(
        /complete and not good enough: validation.accuracy is 0\.\d+, which is not at least 0.9999. Its model is \d+, and its result was saved as "result-\d+.zip". Train a better/,
      );
      expect(performance.files.size).toBe(1);
    }
    expect(stage.state.jobsCreated).toBe(1);
  });

  test('tells what is not good enough where it is not to fail', async () => {
    const performance = await run({ ...tooMuch, failIfNotGoodEnough: false });
    expect(valueOf(performance)).toMatchObject({ finished: true, goodEnough: false });
    expect(warningsOf(performance)).toMatch(/validation.accuracy is 0\.\d+, which is not at least 0.9999/);
    expect(performance.files.size).toBe(1);
  });

  test("finds the model's own figures", async () => {
    expect(valueOf(await run({ ...gate, metricName: 'acc' }))).toMatchObject({ goodEnough: true });
  });

  test('loses nothing where there is no such figure, and says which there are', async () => {
    const nameless = { ...gate, metricName: 'f1' };
    const said = /f1 is to be at least 0.5, and there is no such figure: there are .*train.accuracy/;
    const failed = await run(nameless);
    expect(wordsOf(failed)).toMatch(said);
    expect(wordsOf(failed)).toMatch(/Name a figure that is there/);
    const told = await run({ ...nameless, description: 'again', failIfNotGoodEnough: false });
    expect(valueOf(told)).toMatchObject({
      finished: true,
      goodEnough: false,
      modelId: expect.any(String) as string,
    });
    expect(warningsOf(told)).toMatch(said);
    expect([failed.files.size, told.files.size]).toEqual([1, 1]);
  });

  test('needs a threshold, before anything is sent', async () => {
    expect(wordsOf(await run({ metricName: 'acc' }))).toMatch(/metricThreshold: is required/);
    expect(stage.sandbox.requests()).toEqual([]);
  });
});

describe('new code', () => {
  const code = () => storedZip('code.zip', [{ path: 'train.py', source: source('train.py', 'pass') }]);
  const withCode = { handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10' };

  test('becomes a version of a job definition that is made for it, and runs', async () => {
    const datasets = `data=${stage.platform.datasets[0]?.id}`;
    const environment = 'TARGET=Miles_per_Gallon';
    const inputs = { definition: 'new', source: code(), ...withCode, datasets, environment };
    expect(valueOf(await stage.perform('job.run', inputs))).toMatchObject({ version: 1, finished: true });
    expect(stage.state.sources.filter((one) => one.definition === 'new')).toHaveLength(1);
  });

  test('that is none makes nothing, and no job definition either', async () => {
    const inputs = { definition: 'new', source: source('notes.txt', 'text'), ...withCode };
    expect(wordsOf(await stage.perform('job.run', inputs))).toMatch(/neither a zip nor a tar.gz/);
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test.each([
    [{ handler: withCode.handler }, /image: is required where Source is given/],
    [{ image: withCode.image }, /handler: is required where Source is given/],
    [{ ...withCode, version: '1' }, /version: must be left out where Source is given/],
    [{ ...withCode, handler: 'train' }, /handler: must name the function, too/],
    [{ ...withCode, image: 'all-cpu' }, /image: must be a repository and a name/],
    [{ ...withCode, instanceType: 'cpu1' }, /instanceType: must be as cpu-1/],
    [{ ...withCode, environment: '1A=secret' }, /environment: must have names/],
  ])('%j is refused before anything is sent', async (inputs, words) => {
    const performance = await run({ source: code(), ...inputs });
    expect(wordsOf(performance)).toMatch(words);
    expect(wordsOf(performance)).not.toContain('secret');
    expect(stage.sandbox.requests()).toEqual([]);
  });
});

describe('what is unknown of the platform', () => {
  const fine = [
    ...['created-201', 'odd-status', 'null-times', 'skips-active', 'result-download-uri', 'result-flat'],
    ...['result-late', 'late-auto-model', 'environment-merged', 'environment-numbers-rejected'],
    ...['models-ignore-paging', 'order-oldest-first', 'limit-capped', 'id-first', 'archived-usable'],
    ...['rate-limited', 'rate-limited-no-header', 'statistics-merge', 'archived-included-by-default'],
  ];
  test.each(fine)('%s: it trains all the same, once', async (variant) => {
    stage.enable(variant);
    const performance = await run({ environment: 'N=1' });
    expect(valueOf(performance)).toMatchObject({ finished: true, modelId: expect.any(String) as string });
    expect([performance.files.size, stage.state.jobsCreated]).toEqual([1, 1]);
  });

  test('many-models: all are named', async () => {
    stage.enable('many-models');
    expect(valueOf(await run())['modelIds']).toHaveLength(3);
  });

  test('no-auto-model: that is no error', async () => {
    stage.enable('no-auto-model');
    const performance = await run();
    expect(valueOf(performance)).toMatchObject({ finished: true, modelIds: [] });
    expect(warningsOf(performance)).toMatch(/has made no model/);
  });

  test('stuck-pending: the time is up, and the job can be waited for later', async () => {
    stage.enable('stuck-pending');
    expect(valueOf(await run({ timeoutMs: 60_000, pollIntervalMs: 5_000 }))).toMatchObject({
      ...{ pending: true, status: 'Pending' },
    });
    expect(stage.count('trainingJob')).toBeLessThanOrEqual(14);
    expect(stage.count('trainingJob')).toBeGreaterThan(10);
  });

  test('it is not asked more often than every 5 seconds', async () => {
    expect(wordsOf(await run({ pollIntervalMs: 4_999 }))).toMatch(/pollIntervalMs: /);
    expect(stage.sandbox.requests()).toEqual([]);
  });

  test('fails-with-message: its words are told', async () => {
    stage.enable('fails-with-message');
    const performance = await run();
    expect(errorOf(performance).code).toBe('job-failed');
    expect(wordsOf(performance)).toMatch(/ended as Failed: "sandbox: the job is to fail"/);
  });

  test.each([
    ['instance-type-denied', { instanceType: 'gpu-1' }, 'forbidden'],
    ['role-401', { definition: 'nobody-made-this' }, 'not-found'],
  ])('%s is told', async (variant, inputs, code) => {
    stage.enable(variant);
    expect(errorOf(await run(inputs)).code).toBe(code);
    expect(stage.state.jobsCreated).toBe(0);
  });

  test.each(['job-quota', 'job-quota-429'])('%s: a job that may not be is refused', async (variant) => {
    await stage.perform('job.create', { definition });
    stage.enable(variant);
    expect(errorOf(await run({ description: 'second' })).code).toMatch(/rejected|rate-limited/);
    expect(stage.state.jobsCreated).toBe(1);
  });
});

describe('what goes wrong on the way', () => {
  test('a job that somebody stops is told apart from a failure', async () => {
    stage.plan({ kind: 'job-stopped-by-other', operation: 'trainingJob' });
    expect(wordsOf(await run())).toMatch(/was stopped before it was complete/);
  });

  test('a job that vanishes ends the wait', async () => {
    stage.plan({ kind: 'job-vanishes', operation: 'trainingJob' });
    expect(errorOf(await run()).code).toBe('not-found');
  });

  test('credentials that end on the way are told', async () => {
    stage.plan({ kind: 'token-expired-mid-run', operation: 'trainingJob' });
    expect(errorOf(await run()).code).toBe('unauthorized');
  });

  test.each(['http-500-once', 'http-503-burst', 'truncated-json', 'drop-before-answer'] as const)(
    '%s at a look: the wait goes on',
    async (kind) => {
      stage.plan({ kind, operation: 'trainingJob', ...(kind === 'http-503-burst' && { times: 3 }) });
      expect(valueOf(await run())).toMatchObject({ finished: true });
    },
  );

  test.each(['zip-corrupt', 'download-url-expired', 'truncated-body'] as const)(
    '%s: the result is asked for anew, and kept whole',
    async (kind) => {
      stage.plan({ kind, operation: 'download' });
      const performance = await run();
      expect(valueOf(performance)).toMatchObject({ finished: true });
      expect(warningsOf(performance)).toMatch(/begun anew/);
      expect(performance.files.size).toBe(1);
    },
  );

  test.each([{ version: '7' }, { definition: 'nobody-made-this' }])('%j is not there', async (inputs) => {
    expect(errorOf(await run(inputs)).code).toBe('not-found');
    expect(stage.state.jobsCreated).toBe(0);
  });
});

test('without waiting, it tells where the job is', async () => {
  const value = valueOf(await run({ waitForCompletion: false }));
  expect(value).toMatchObject({
    pending: true,
    status: 'Pending',
    resumeToken: expect.any(String) as string,
  });
});
