import type { Row } from '@modelferry/operation';
import { predict } from '../src/operations/predict.ts';
import { train } from '../src/operations/train.ts';
import { presetCsv } from '@modelferry/sandbox';
import { bytesSource } from '@modelferry/upload';
import { sandboxHouse } from './support/sandbox-run.ts';

const house = sandboxHouse();
const published = () => house.region().published[0]!;
const row = (more: Row = {}): Row => ({ ...published().sampleRow, ...more });
const byUrl = () => ({ scoringUrl: published().inferenceUrl });
const scored = () => house.sandbox.requests().filter(({ operation }) => operation === 'inference');

describe('the ordinary way', () => {
  test('scores each row, in order, and gives it back beside its prediction', async () => {
    const { context, events } = house.run({ kinds: ['prediction'] });
    const rows = Array.from({ length: 9 }, (_, at) => row({ Name: `car ${at}` }));
    const outcomes = await predict.run(context, { ...byUrl(), rows });
    expect(outcomes).toHaveLength(9);
    outcomes.forEach((outcome, at) => {
      if (!outcome.ok) throw outcome.error;
      expect(outcome.output.row).toEqual(rows[at]);
      expect(Object.values(outcome.output.prediction as object)).toEqual(
        expect.arrayContaining([expect.any(String)]),
      );
      expect(outcome.output.reasons).toBeUndefined();
    });
    expect(scored()).toHaveLength(9);
    expect(events.at(-1)).toEqual({ type: 'rows', done: 9, total: 9 });
  });

  test('gives reasons where asked for', async () => {
    const { context } = house.run({ kinds: ['prediction'] });
    const [outcome] = await predict.run(context, { ...byUrl(), rows: [row()], reasons: true });
    expect(outcome).toMatchObject({
      ok: true,
      output: { reasons: expect.arrayContaining([expect.any(Object)]) },
    });
  });

  test.each(['deploy', 'secret'] as const)(
    'finds URL and key of a chosen prediction API with the %s key',
    async (kind) => {
      const { context } = house.run({ kinds: [kind] });
      const [outcome] = await predict.run(context, {
        predictionApiFrom: 'list',
        classifierId: published().classifierId,
        rows: [row()],
      });
      expect(outcome?.ok).toBe(true);
    },
  );

  test('Japanese values go through', async () => {
    const { context } = house.run({ kinds: ['prediction'] });
    const [outcome] = await predict.run(context, {
      ...byUrl(),
      rows: [row({ Name: '日産 "ブルーバード", 1980' })],
    });
    expect(outcome?.ok).toBe(true);
  });
});

test('more rows than allowed are refused before anything is sent', async () => {
  const { context } = house.run({ kinds: ['prediction'] });
  const rows = Array.from({ length: 101 }, () => row());
  await expect(predict.run(context, { ...byUrl(), rows })).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringContaining('101'),
    remedy: expect.stringContaining('Max Requests'),
  });
  expect(scored()).toEqual([]);
});

test('a bad row fails alone, and says which columns it has', async () => {
  const { context } = house.run({ kinds: ['prediction'] });
  const outcomes = await predict.run(context, {
    ...byUrl(),
    rows: [row(), { nonsense: 1 }, row()],
    concurrency: 1,
  });
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(outcomes[1]).toMatchObject({ error: { message: expect.stringContaining('"nonsense"') } });
});

test('columns are checked by name before a row is sent, where they can be known', async () => {
  const { context } = house.run({ kinds: ['prediction', 'train'] });
  const { trainingProcessId } = await train.run(context, {
    modelName: 'm',
    trainingData: bytesSource('cars.csv', new TextEncoder().encode(presetCsv('cars.json'))),
    targetColumn: published().targetColumn,
    targetType: 'regression',
    waitForCompletion: false,
  });
  const { Name: _, ...without } = row();
  const outcomes = await predict.run(context, {
    ...byUrl(),
    rows: [row(), without, row({ Colour: 'red' })],
    trainingProcessId,
    targetColumn: published().targetColumn,
  });
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, false]);
  expect(outcomes[1]).toMatchObject({ error: { message: expect.stringContaining('"Name"') } });
  expect(outcomes[2]).toMatchObject({ error: { message: expect.stringContaining('"Colour"') } });
  expect(scored()).toHaveLength(1);
});

describe('what concerns all rows ends the sending', () => {
  test.each([['trial-exhausted', 'forbidden']] as const)('%s', async (variant, code) => {
    house.sandbox.variants.change({ enable: [variant] });
    const { context } = house.run({ kinds: ['prediction'] });
    const outcomes = await predict.run(context, { ...byUrl(), rows: [row(), row(), row()], concurrency: 1 });
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, error: { code } });
    expect(scored()).toHaveLength(1);
  });

  test('an address that may not score', async () => {
    house.sandbox.faults.plan({ kind: 'ip-denied' });
    const { context } = house.run({ kinds: ['prediction'] });
    const outcomes = await predict.run(context, { ...byUrl(), rows: [row(), row()], concurrency: 1 });
    expect(outcomes[1]).toMatchObject({ ok: false, error: { remedy: expect.stringContaining('CIDR') } });
    expect(scored()).toHaveLength(1);
  });
});

test('a row is sent twice at most', async () => {
  house.sandbox.faults.plan({ kind: 'http-503-burst', operation: 'inference', times: 2 });
  const { context } = house.run({ kinds: ['prediction'] });
  const outcomes = await predict.run(context, { ...byUrl(), rows: [row(), row()], concurrency: 1 });
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, true]);
  expect(scored()).toHaveLength(3);
});

describe('a prediction API that does not run', () => {
  beforeEach(() => house.sandbox.variants.change({ enable: ['inference-says-stopped'] }));

  test('is not waited for unless told so', async () => {
    const { context } = house.run({ kinds: ['prediction'] });
    const [outcome] = await predict.run(context, { ...byUrl(), rows: [row()] });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(scored()).toHaveLength(1);
  });

  test('is waited for within the time given', async () => {
    const { context } = house.run({ kinds: ['prediction'] });
    const [outcome] = await predict.run(context, { ...byUrl(), rows: [row()], waitUntilRunningMs: 60_000 });
    expect(outcome?.ok).toBe(true);
    expect(scored()).toHaveLength(3);
  });
});

test.each(['csv-bom', 'rate-limited', 'multi-row-accepted'])('%s changes nothing', async (variant) => {
  house.sandbox.variants.change({ enable: [variant] });
  const { context } = house.run({ kinds: ['prediction'] });
  const outcomes = await predict.run(context, { ...byUrl(), rows: [row(), row()], concurrency: 1 });
  for (const outcome of outcomes) {
    if (!outcome.ok) throw outcome.error;
    expect(Object.keys(outcome.output.prediction as object)[0]).toMatch(/^sandbox/);
  }
});

test.each([
  [{ predictionApiFrom: 'url' }, 'scoringUrl'],
  [{ predictionApiFrom: 'list' }, 'classifierId'],
] as const)('%j needs the other half', async (more, field) => {
  const { context } = house.run();
  await expect(predict.run(context, { ...more, rows: [row()] })).rejects.toMatchObject({
    faults: [{ field, problem: 'is required' }],
  });
});

test('without a prediction key it says how to give one, and sends nothing', async () => {
  const { context } = house.run({ kinds: ['retrain'] });
  await expect(predict.run(context, { ...byUrl(), rows: [row()] })).rejects.toMatchObject({
    code: 'invalid-input',
    remedy: expect.stringContaining('prediction key'),
  });
  expect(scored()).toEqual([]);
});

test('stopping ends it', async () => {
  const { context, abort } = house.run({ kinds: ['prediction'] });
  house.sandbox.faults.plan({ kind: 'stall', operation: 'inference' });
  const running = predict.run(context, { ...byUrl(), rows: [row()] });
  setTimeout(() => abort.abort(), 100);
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
});
