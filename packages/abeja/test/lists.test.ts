import {
  allChannels,
  allDatasetItems,
  allDatasets,
  allDefinitions,
  allFiles,
  allJobs,
  allModels,
} from '../src/index.ts';
import { baseUrl, scriptedClient, type ScriptedClient } from './support/scripted-client.ts';

/** Reads a list over planned answers; gives the IDs and the queries. */
async function read<Entry extends object>(
  answers: readonly unknown[],
  list: (run: ScriptedClient) => AsyncIterable<Entry>,
  idField: keyof Entry,
) {
  const run = scriptedClient(answers.map((json) => ({ status: 200, json })));
  const ids: unknown[] = [];
  for await (const entry of list(run)) ids.push(entry[idField]);
  run.transport.expectConsumed();
  const queries = run.transport.requests.map(({ url }) => url.slice(baseUrl.length).split('?')[1] ?? '');
  return { ids, queries };
}

const jobs = (...ids: readonly string[]) => ids.map((id) => ({ id, status: 'Active' }));
const excluded = 'filter_archived=exclude_archived';

describe('by places', () => {
  const ofJobs = (...answers: readonly unknown[]) =>
    read(answers, ({ client, abort }) => allJobs(client, 'churn', {}, abort.signal), 'jobId');

  test('to the total, going on by what came', async () => {
    const { ids, queries } = await ofJobs(
      { entries: jobs('1', '2'), limit: 2, offset: 0, total: 3 },
      { entries: jobs('3'), limit: 2, offset: 2, total: 3 },
    );
    expect(ids).toEqual(['1', '2', '3']);
    expect(queries).toEqual([`limit=100&offset=0&${excluded}`, `limit=100&offset=2&${excluded}`]);
  });

  test('without a total to an empty page, or to one with nothing new', async () => {
    expect((await ofJobs({ entries: jobs('1') }, { entries: jobs('2') }, { entries: [] })).ids).toEqual([
      '1',
      '2',
    ]);
    expect((await ofJobs({ entries: jobs('1') }, { entries: jobs('1') })).ids).toEqual(['1']);
  });

  test('a total that is never reached does not keep it going', async () =>
    expect((await ofJobs({ entries: jobs('1'), total: 9 }, { entries: [], total: 9 })).ids).toEqual(['1']));

  test('definitions, with what is archived', async () => {
    const { ids, queries } = await read(
      [{ entries: [{ job_definition_id: 1 }], total: 1 }],
      ({ client, abort }) => allDefinitions(client, { includeArchived: true }, abort.signal),
      'jobDefinitionId',
    );
    expect([ids, queries]).toEqual([['1'], ['filter_archived=include_archived&offset=0&limit=100']]);
  });

  test('channels, as long as there is said to be more', async () => {
    const page = (id: number, has_next?: boolean) => ({ channels: [{ channel_id: id }], has_next });
    const { ids, queries } = await read(
      [page(1, true), page(2, true), page(3)],
      ({ client, abort }) => allChannels(client, {}, abort.signal),
      'channelId',
    );
    expect(ids).toEqual(['1', '2', '3']);
    expect(queries.at(-1)).toBe(`limit=100&offset=2&${excluded}`);
  });
});

describe('models, which may have no pages', () => {
  const model = (id: number) => ({ id });
  const ofModels = (...answers: readonly unknown[]) =>
    read(answers, ({ client, abort }) => allModels(client, 'churn', {}, abort.signal), 'modelId');

  test('in one request where nothing is said of more', async () => {
    expect(await ofModels({ entries: [model(1)] })).toEqual({ ids: ['1'], queries: [excluded] });
    expect((await ofModels({ entries: [model(1)], total: 1 })).queries).toEqual([excluded]);
  });

  test('in further ones where there are more', async () =>
    expect(await ofModels({ entries: [model(1)], total: 2 }, { entries: [model(2)], total: 2 })).toEqual({
      ids: ['1', '2'],
      queries: [excluded, `${excluded}&offset=1`],
    }));

  test('a server that ignores the place ends it', async () => {
    const same = { entries: [model(1)], total: 2 };
    expect((await ofModels(same, same)).ids).toEqual(['1']);
  });
});

describe('by tokens', () => {
  const files = (id: string, next_page_token?: string | null) => ({
    files: [{ file_id: id }],
    next_page_token,
  });

  test.each([null, undefined, ''])('to the one that is %j', async (last) => {
    const { ids, queries } = await read(
      [files('a', 't1'), files('b', last)],
      ({ client, abort }) => allFiles(client, 'c', { q: 'x', start: '20180501' }, abort.signal),
      'fileId',
    );
    expect(ids).toEqual(['a', 'b']);
    expect(queries).toEqual(['q=x&start=20180501', 'next_page_token=t1']);
  });

  test('an empty page ends it, whatever its token', async () => {
    const { ids } = await read(
      [files('a', 't1'), { files: [], next_page_token: 't2' }],
      ({ client, abort }) => allFiles(client, 'c', {}, abort.signal),
      'fileId',
    );
    expect(ids).toEqual(['a']);
  });

  test('items keep their filter', async () => {
    const { ids, queries } = await read(
      [
        { items: [{ dataset_item_id: 1 }], next_page_token: 't1' },
        { items: [{ dataset_item_id: 2 }], next_page_token: null },
      ],
      ({ client, abort }) => allDatasetItems(client, '9', { q: 'x' }, abort.signal),
      'datasetItemId',
    );
    expect(ids).toEqual(['1', '2']);
    expect(queries).toEqual(['q=x', 'q=x&next_page_token=t1']);
  });

  test('datasets come at once', async () =>
    expect(
      await read(
        [[{ dataset_id: 1 }, { dataset_id: 2 }]],
        ({ client, abort }) => allDatasets(client, abort.signal),
        'datasetId',
      ),
    ).toEqual({ ids: ['1', '2'], queries: [''] }));
});

test('no more pages are read than are wanted', async () => {
  const run = scriptedClient([{ status: 200, json: { entries: jobs('1', '2'), total: 50 } }]);
  for await (const { jobId } of allJobs(run.client, 'churn', {}, run.abort.signal)) if (jobId === '2') break;
  run.transport.expectConsumed();
});
