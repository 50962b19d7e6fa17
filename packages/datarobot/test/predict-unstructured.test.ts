import type { DataRobotRealTimeVariant } from '@modelferry/sandbox';
import { bytesSource, type SavedFile } from '@modelferry/upload';
import { Stage, type Inputs } from './fault-table/support/stage.ts';

const stage = Stage.forEachTest();

interface Answer {
  readonly resultFile: SavedFile;
  readonly contentType: string;
  readonly executionTimeMs: number | undefined;
  readonly content: string;
}

const payload = bytesSource('payload.json', new TextEncoder().encode('{"any": "thing"}'));
const enable = (...names: readonly DataRobotRealTimeVariant[]) =>
  stage.sandbox.variants.change({ enable: names });

async function answer(inputs: Inputs = {}, label = 'echo'): Promise<Answer> {
  const deploymentId = stage.platform.deployments.find((one) => one.label === label)!.id;
  const given = { deploymentId, payload, contentType: 'application/json', ...inputs };
  const { result, files } = await stage.perform('prediction.predictUnstructured', given);
  if (result.status === 'rejected') throw result.reason;
  const value = result.value as Omit<Answer, 'content'>;
  return { ...value, content: new TextDecoder().decode(files.get(value.resultFile.name)) };
}

test('the answer is saved as it is, with its type', async () => {
  expect(await answer()).toMatchObject({
    content: '{"any": "thing"}',
    contentType: 'application/json',
    executionTimeMs: 38,
    resultFile: { name: 'answer.json', contentType: 'application/json' },
  });
  expect(stage.calls('predictUnstructured')[0]?.headers).not.toMatchObject({ accept: expect.anything() });
});

test('without a type the payload is bytes, and the name is the one that was wished for', async () => {
  const given = await answer({ contentType: undefined, resultFileName: 'said.txt' });
  expect(given).toMatchObject({ contentType: 'application/octet-stream', resultFile: { name: 'said.txt' } });
  const nameless = await answer({ contentType: 'application/x-protobuf' });
  expect(nameless.resultFile.name).toBe('answer.bin');
});

test('arguments reach the model, also one that comes twice', async () => {
  const queryArguments = ['mode=x y', 'tag=a', 'tag=b=c'];
  expect((await answer({ queryArguments })).content).toMatch(/^mode=x%20y&tag=a&tag=b%3Dc\n/);
  enable('unstructured-query-dropped');
  expect((await answer({ queryArguments })).content).toBe('{"any": "thing"}');
});

test('Accept is sent only where it is asked for', async () => {
  enable('unstructured-accept-406');
  expect((await answer()).content).toBe('{"any": "thing"}');
  await expect(answer({ accept: 'text/plain' })).rejects.toMatchObject({ status: 406 });
});

test('where a platform answers at the other route, the error says so', async () => {
  expect((await answer({}, 'echo-serverless')).content).toBe('{"any": "thing"}');
  enable('serverless-unstructured-on-predictions');
  await expect(answer({}, 'echo-serverless')).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('at the route predictionsUnstructured'),
    remedy: expect.stringContaining('Set Route to predictions'),
  });
  expect((await answer({ route: 'predictions' }, 'echo-serverless')).content).toBe('{"any": "thing"}');
});

test('a model that takes rows refuses, in the words of the server', async () => {
  await expect(answer({}, 'cars-fuel')).rejects.toMatchObject({
    code: 'rejected',
    message: expect.stringContaining('not unstructured'),
  });
});

test.each([
  ['exec-time-float', 38.41],
  ['exec-time-missing', undefined],
] as const)('%s', async (variant, executionTimeMs) => {
  enable(variant);
  expect((await answer()).executionTimeMs).toBe(executionTimeMs);
});

test.each([
  [{ deploymentId: undefined }, 'deploymentId: is required'],
  [{ contentType: 'json' }, 'contentType: must be a media type'],
  [{ queryArguments: ['mode'] }, 'queryArguments: must hold only arguments of the form name=value'],
])('is refused before anything is sent: %j', async (inputs, said) => {
  await expect(answer(inputs)).rejects.toThrow(said);
  expect(stage.sandbox.requests()).toEqual([]);
});

test.each(['slow-response', 'slow-drip'] as const)('a stop on request ends it: %s', async (kind) => {
  stage.sandbox.faults.plan({ kind, operation: 'predictUnstructured', delayMs: 100, bytes: 1 });
  const abort = new AbortController();
  const deploymentId = stage.platform.deployments.find(({ label }) => label === 'echo')?.id;
  const performing = stage.perform('prediction.predictUnstructured', { deploymentId, payload }, { abort });
  while (stage.calls('predictUnstructured').length === 0) await new Promise((go) => setTimeout(go, 5));
  setTimeout(() => abort.abort(), 50);
  const { result, files } = await performing;
  expect(result).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  expect(files.size).toBe(0);
});
