import { answers } from './support/answers.ts';
import { scriptedClient } from './support/scripted-client.ts';
import { allModels } from '../src/client/all-entries.ts';

const page = (ids: readonly number[], total?: number) => ({
  status: 200,
  json: { models: ids.map((one) => answers.model(one)), metadata: { total } },
});

const read = async (pages: readonly ReturnType<typeof page>[]) => {
  const { client, transport, signal } = scriptedClient(pages);
  const ids: string[] = [];
  for await (const { modelId } of allModels(client, signal)) ids.push(modelId);
  transport.expectConsumed();
  return { ids, offsets: transport.requests.map(({ url }) => new URL(url).searchParams.get('offset')) };
};

test('pages shorter than asked for are followed by what they gave', async () => {
  const { ids, offsets } = await read([page([1, 2], 3), page([3], 3)]);
  expect(ids).toEqual(['1', '2', '3']);
  expect(offsets).toEqual(['0', '2']);
});

test('an empty page ends a list whose total is too large', async () => {
  expect((await read([page([1], 9), page([], 9)])).ids).toEqual(['1']);
});

test('a list without a total ends with an empty page', async () => {
  expect((await read([page([1]), page([])])).ids).toEqual(['1']);
});

test('a vendor that ignores the offset does not hold us', async () => {
  expect((await read([page([1, 2]), page([1, 2])])).ids).toEqual(['1', '2']);
});

test('a full page is followed even though the total says it is the last', async () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
  expect((await read([page(hundred, 100), page([101], 100)])).ids).toHaveLength(101);
});
