import { presetCsv } from '@modelferry/sandbox';
import { bytesSource } from '@modelferry/upload';
import { predictionOne } from '../src/index.ts';
import { getColumns } from '../src/operations/get-columns.ts';
import { train } from '../src/operations/train.ts';
import { sandboxHouse } from './support/sandbox-run.ts';

const house = sandboxHouse();
const { lookups, columnLookups } = predictionOne;

test('models are listed page by page', async () => {
  house.sandbox.variants.change({ enable: ['small-pages'] });
  const { context } = house.run({ kinds: ['train'] });
  const first = await lookups['models']!(context, {});
  expect(first.entries).toHaveLength(2);
  const second = await lookups['models']!(context, { next: first.next });
  expect(second).toMatchObject({ entries: [expect.any(Object)], next: undefined });
  expect(first.entries[0]).toMatchObject({
    value: expect.stringMatching(/^\d+$/),
    title: expect.any(String),
  });
});

test.each([
  ['models', 'SPECIES', 'penguins-species'],
  ['dataSets', 'cars', 'cars'],
])('%s are found by a part of their name', async (lookup, filter, title) => {
  const { context } = house.run({ kinds: ['train'] });
  const { entries } = await lookups[lookup]!(context, { filter });
  expect(entries.map((entry) => entry.title).join()).toContain(title);
  for (const entry of entries) expect(entry.title.toLowerCase()).toContain(filter.toLowerCase());
});

test('prediction APIs are listed without their keys', async () => {
  const { context } = house.run({ kinds: ['deploy'] });
  const { entries } = await lookups['classifiers']!(context, {});
  const [published] = house.region().published;
  expect(entries.map(({ value }) => value)).toContain(published?.classifierId);
  expect(JSON.stringify(entries)).not.toContain(published?.predictionKey);
});

test('columns are those of the training, without its target', async () => {
  const { context } = house.run({ kinds: ['train'] });
  const { trainingProcessId } = await train.run(context, {
    modelName: 'm',
    trainingData: bytesSource('cars.csv', new TextEncoder().encode(presetCsv('cars.json'))),
    targetColumn: 'Miles_per_Gallon',
    targetType: 'regression',
    waitForCompletion: false,
  });
  await getColumns.run(context, { trainingProcessId }); // Waits until they are there
  const columns = await columnLookups['trainingColumns']!(context, {
    trainingProcessId,
    targetColumn: 'Miles_per_Gallon',
  });
  expect(columns.find(({ name }) => name === 'Horsepower')).toMatchObject({ type: 'number' });
  expect(columns.map(({ name }) => name)).not.toContain('Miles_per_Gallon');
});

test('without a training there are no columns to choose from', async () => {
  const { context } = house.run({ kinds: ['train'] });
  expect(await columnLookups['trainingColumns']!(context, {})).toEqual([]);
});
