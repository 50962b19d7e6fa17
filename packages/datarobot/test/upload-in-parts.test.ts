import type { AnswerStep, ScriptStep } from '@modelferry/testkit';
import type { Source } from '@modelferry/upload';
import type { BatchJob, LocalFileRequest } from '../src/index.ts';
import { batchLedger } from '../src/batch/scoring/batch-ledger.ts';
import { countedTable } from '../src/tables/counted-table.ts';
import { startScoring } from '../src/batch/scoring/start-scoring.ts';
import { uploadInParts } from '../src/batch/scoring/upload-in-parts.ts';
import { created, csv, deploymentId, job, jobId } from './support/answers.ts';
import { endpoint, scriptedRun, warningsOf } from './support/scripted-run.ts';

const taken: AnswerStep = { status: 202 };
const table = 'id,t\n1,"a\n名"\n2,b\n3,c\n';
const parts = ['id,t\n1,"a\n名"\n', 'id,t\n2,b\n3,c\n'];
const isMoving: AnswerStep = { status: 200, json: job('INITIALIZING', { queued: true }) };
const isWaiting: AnswerStep = { status: 200, json: job('INITIALIZING') };

const counted = (source: Source) =>
  countedTable(source, { delimiter: ',', readable: true, utf8: true, warn: () => undefined });

async function upload(
  steps: readonly ScriptStep[],
  { text = table, partBytes = 17, scoreWhileUploading = false } = {},
) {
  const run = scriptedRun(steps);
  const target = job('INITIALIZING') as BatchJob;
  const outcome = await uploadInParts(run.context, {
    ...{ job: target, data: counted(csv(text)), scoreWhileUploading, partBytes },
  });
  run.transport.expectConsumed();
  const calls = run.transport.requests.map(({ method, url }) => `${method} ${url.split(jobId)[1]}`);
  return { outcome, calls, bodies: run.transport.requests.map(({ text: body }) => body), ...run };
}

test('parts are whole tables, cut on the ends of records, in rising order, and finalized at last', async () => {
  const { outcome, calls, bodies, transport } = await upload([taken, taken, taken]);
  expect(outcome).toEqual({ arrived: true });
  expect(calls).toEqual([
    'PUT /csvUpload/part/0/',
    'PUT /csvUpload/part/1/',
    'POST /csvUpload/finalizeMultipart/',
  ]);
  expect(bodies.slice(0, 2)).toEqual(parts);
  expect(transport.requests.map(({ timeoutMs }) => timeoutMs)).toEqual([600_000, 600_000, 600_000]);
});

test('a byte order mark is not repeated', async () => {
  const { transport } = await upload([taken, taken, taken], { text: `\uFEFF${table}`, partBytes: 20 });
  const [first, second] = transport.requests.map(({ bytes }) => bytes?.[0]);
  expect([first, second]).toEqual([0xef, 'i'.charCodeAt(0)]);
});

test('a part whose answer is lost is sent again, with the same bytes', async () => {
  const { outcome, bodies } = await upload([taken, { fail: 'network' }, { status: 503 }, taken, taken]);
  expect(outcome).toEqual({ arrived: true });
  expect(bodies.slice(0, 4)).toEqual([parts[0], parts[1], parts[1], parts[1]]);
});

test.each([
  ['409', { status: 409, json: { message: 'begun' } }, false],
  ['no answer, three times', { fail: 'network' } as const, false],
  ['no answer, once, where it may be scored at once', { fail: 'network' } as const, true],
])('a part that is not taken (%s) leads to another job', async (name, step, scoreWhileUploading) => {
  const tries = name.includes('three') ? 3 : 1;
  const { outcome } = await upload([...Array<ScriptStep>(tries).fill(step), isWaiting], {
    scoreWhileUploading,
  });
  expect(outcome).toMatchObject({ arrived: false, again: true });
});

test('a part that is refused as no CSV is the end, in the words of the log', async () => {
  const refusal = { status: 422, json: { message: 'not valid CSV' } };
  const { outcome } = await upload([taken, refusal, isWaiting]);
  expect(outcome).toMatchObject({ arrived: false, again: false });
  expect(String((outcome as { error: Error }).error)).toContain('Job is INITIALIZING');
});

test('a quote that is never closed is found before the parts are finalized', async () => {
  const { outcome } = await upload([taken], { text: 'id,t\n1,"a\n名"\n2,"b\n3,c\n' });
  expect(outcome).toMatchObject({ arrived: false, again: false, error: { code: 'invalid-input' } });
});

test('a file that cannot be read any more ends it, whatever the transport makes of that', async () => {
  const failure = new Error('the disk is gone');
  let reread = 0;
  const whole = csv(table);
  const source: Source = {
    ...whole,
    reader: undefined,
    async *open(range) {
      if (range && ++reread > 1) throw failure; // Its rows were found, and are to be sent
      yield* whole.open(range);
    },
  };
  const { context } = scriptedRun([taken]);
  const target = { job: job('INITIALIZING') as BatchJob, scoreWhileUploading: false };
  const outcome = await uploadInParts(context, { ...target, data: counted(source), delimiter: ',' });
  expect(outcome).toEqual({ arrived: false, again: false, error: failure });
});

describe('the end of the parts', () => {
  const sent = [taken, taken];

  test.each<[string, readonly ScriptStep[]]>([
    ['a lost answer to a call that worked', [{ fail: 'network' }, isMoving]],
    ['a lost answer to one that did not', [{ fail: 'network' }, isWaiting, taken]],
    ['a second call that comes too late', [{ status: 503 }, isWaiting, { status: 409 }, isMoving]],
    ['a message that means nothing', [{ status: 202, json: { message: 'queued' } }, isWaiting, isMoving]],
    ['a job that runs already', [{ status: 422 }, { status: 200, json: job('RUNNING') }]],
  ])('survives %s', async (_, steps) => {
    const { outcome } = await upload([...sent, ...steps]);
    expect(outcome).toEqual({ arrived: true });
  });

  test('a success with an error in it is an error once the job has not moved for 30 s', async () => {
    const looks = Array<ScriptStep>(16).fill(isWaiting);
    const { outcome } = await upload([
      ...sent,
      { status: 202, json: { message: 'part 1 is bad' } },
      ...looks,
    ]);
    expect(outcome).toMatchObject({ arrived: false, again: false, error: { code: 'rejected' } });
    expect(String((outcome as { error: Error }).error)).toContain('part 1 is bad');
  });

  test('no data at all is said once', async () => {
    const { outcome } = await upload([
      ...sent,
      { status: 422, json: { message: 'No data' } },
      isWaiting,
      isWaiting,
    ]);
    expect(outcome).toMatchObject({ arrived: false, again: false });
  });
});

describe('a job for parts', () => {
  const request: LocalFileRequest = {
    deploymentId,
    intakeSettings: { type: 'localFile', multipart: true, async: false },
    outputSettings: { type: 'localFile' },
  };
  const echoing = (multipart?: boolean): AnswerStep => ({
    ...created,
    json: job('INITIALIZING', { jobSpec: { intakeSettings: { type: 'localFile', multipart } } }),
  });

  async function start(steps: readonly ScriptStep[], change: Partial<LocalFileRequest> = {}) {
    const run = scriptedRun(steps);
    const asked = { ...request, ...change };
    const started = await startScoring(
      run.context,
      batchLedger(run.context.jobs, 'f'),
      asked,
      counted(csv()),
    );
    run.transport.expectConsumed();
    return { ...run, started, paths: run.transport.requests.map(({ url }) => url.slice(endpoint.length)) };
  }

  test('gets them, and another one after a break gets them anew', async () => {
    const { started, records, paths } = await start([
      ...[echoing(true), { status: 404 }, { status: 404 }, { status: 404 }, { status: 404 }],
      ...[echoing(true), taken, taken],
    ]);
    expect(started).toEqual({ jobId, sentRows: 2 });
    expect(records.map(({ phase }) => phase)).toEqual([
      ...['created', 'uploading', 'abandoned', 'created', 'uploading', 'uploaded'],
    ]);
    expect(paths.at(-1)).toBe(`/batchPredictions/${jobId}/csvUpload/finalizeMultipart/`);
  });

  test.each<[string, readonly ScriptStep[], Partial<LocalFileRequest>]>([
    ['that are refused', [{ status: 422, json: { message: 'multipart' } }, echoing(false), taken], {}],
    ['that are ignored', [echoing(), taken, echoing(false), taken], {}],
    ['that cannot be cut', [echoing(false), taken], { csvSettings: { quotechar: "'" } }],
    ['of bytes that say nothing', [echoing(false), taken], { csvSettings: { encoding: 'utf_16_le' } }],
  ])('%s gives way to one upload, and the user is told', async (_, steps, change) => {
    const run = await start(steps, change);
    expect(run.paths.at(-1)).toBe(`/batchPredictions/${jobId}/csvUpload/`);
    const creation = run.transport.requests.findLast(({ method }) => method === 'POST');
    expect(creation?.json).toMatchObject({ intakeSettings: { multipart: false } });
    expect(warningsOf(run)).toEqual([expect.stringContaining('in one piece')]);
  });
});
