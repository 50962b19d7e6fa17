import { isInputError } from '@modelferry/http';
import { testSource } from '@modelferry/testkit';
import { bytesSource, type Source } from '@modelferry/upload';
import { retrain } from '../src/operations/retrain.ts';
import { cars, csv, retrainHouse } from './support/retrain-house.ts';
import { warningsOf } from './support/sandbox-run.ts';

const { house, state, published } = retrainHouse();
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('bad data is refused before a job is made', () => {
  const refused = async (
    trainingData: Source,
    more: object = {},
    kinds: readonly ('retrain' | 'train')[] = ['retrain'],
  ) => {
    const { context } = house.run({ kinds });
    const error: unknown = await retrain.run(context, { trainingData, ...more }).catch((e: unknown) => e);
    expect(state().retrainJobs).toEqual([]);
    if (!isInputError(error)) throw error;
    return error;
  };
  const file = (name: string, text: string | Uint8Array) =>
    bytesSource(name, typeof text === 'string' ? utf8(text) : text);

  test.each<[string, Source, RegExp]>([
    ['an empty file', file('a.csv', ''), /empty/],
    ['a table without rows', file('a.csv', 'x,y\r\n'), /no rows/],
    ['a header with a name twice', file('a.csv', 'x,x\r\n1,2\r\n'), /"x" more than once/],
    ['a header with a blank name', file('a.csv', 'x,\r\n1,2\r\n'), /no name for column 2/],
    ['an uneven row', file('a.csv', 'x,y\r\n1,2\r\n3\r\n'), /row 2/],
    ['a ZIP called .csv', file('a.csv', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)), /ZIP/],
    ['a table called .zip', file('a.zip', 'x,y\r\n1,2\r\n'), /no ZIP/],
    ['a name with a slash', file('data/a.csv', 'x,y\r\n1,2\r\n'), /slash/],
    ['a name without an extension', file('a', 'x,y\r\n1,2\r\n'), /\.csv/],
    ['a length that is not known', testSource(utf8(csv), { name: 'a.csv', declaredLength: null }), /length/],
  ])('%s', async (_, source, expected) => {
    const error = await refused(source);
    expect(error.faults[0]).toMatchObject({
      field: 'trainingData',
      problem: expect.stringMatching(expected),
    });
    expect(error.remedy).toMatch(/\w/);
  });

  test('both files at once', async () => {
    const error = await refused(file('a.csv', ''), { evaluationData: file('b.csv', 'x,x\r\n1,2\r\n') });
    expect(error.faults.map(({ field }) => field)).toEqual(['trainingData', 'evaluationData']);
  });

  test('a table without the column that the model predicts, where that is known', async () => {
    const without = file('a.csv', 'x,y\r\n1,2\r\n');
    const error = await refused(without, { modelId: String(published().modelId) }, ['retrain', 'train']);
    expect(error.message).toContain(published().targetColumn);
  });

  test('a switch without a wait', async () => {
    const error = await refused(cars(), { waitForCompletion: false, switchModel: true });
    expect(error.faults[0]?.field).toBe('switchModel');
  });
});

test('a table whose later rows are uneven never arrives', async () => {
  const { context } = house.run({ kinds: ['retrain'] });
  const rows = Array.from({ length: 5_000 }, (_, at) => (at === 4_000 ? '1' : '1,2'));
  const trainingData = bytesSource('a.csv', utf8(['x,y', ...rows, ''].join('\r\n')));
  await expect(retrain.run(context, { trainingData })).rejects.toMatchObject({ code: 'invalid-input' });
  expect(state().trainingsStarted).toBe(0);
});

test('text that is not UTF-8 is warned of and sent as it is', async () => {
  const run = house.run({ kinds: ['retrain'] });
  const bytes = utf8(csv).map((byte, at) => (at === csv.length - 10 ? 0xff : byte));
  await retrain.run(run.context, { trainingData: bytesSource('a.csv', bytes), waitForCompletion: false });
  expect(warningsOf(run).join()).toMatch(/UTF-8/);
});

test('evaluation data with other columns is warned of', async () => {
  const run = house.run({ kinds: ['retrain'] });
  const evaluationData = bytesSource('b.csv', utf8('x,y\r\n1,2\r\n'));
  await retrain.run(run.context, { trainingData: cars(), evaluationData, waitForCompletion: false });
  expect(warningsOf(run).join()).toMatch(/other columns/);
});
