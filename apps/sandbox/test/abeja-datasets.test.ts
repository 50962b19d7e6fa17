import { AbejaBench } from './abeja-bench.ts';

let bench: AbejaBench;
beforeAll(async () => {
  bench = await AbejaBench.start();
});
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.sandbox.reset());

const root = () => `${bench.root}/datasets`;
const items = () => `${root()}/${bench.platform.datasets[0]?.id}/items`;
const item = (label: number) => ({
  source_data: [{ data_uri: 'https://example.com/a.jpg', data_type: 'image/jpeg', height: 500, width: 200 }],
  attributes: { classification: [{ category_id: 1, label_id: label }] },
});

it('datasets come as a bare array, newest first', async () => {
  const props = {
    categories: [{ category_id: 1, name: 'animals', labels: [{ label_id: 1, label: 'dog' }] }],
  };
  const body = { name: 'd', type: 'classification', props };
  const made = (await bench.api('POST', root(), { body })).json;
  expect(made).toMatchObject({ ...body, organization_id: bench.platform.organization.id });
  expect(made.created_at).toMatch(/\.\d{6}$/);
  const listed = (await bench.api('GET', root())).json;
  expect(listed.map(({ name }: { readonly name: string }) => name)).toEqual(['d', 'penguins', 'cars']);
  const rest = (await bench.api('GET', `${root()}?max_results=1&next_token=${made.dataset_id}`)).json;
  expect(rest).toMatchObject([{ name: 'penguins' }]);
  const one = `${root()}/${made.dataset_id}`;
  expect((await bench.api('GET', one)).json.total_count).toBe(0);
  expect((await bench.api('DELETE', one)).json.dataset_id).toBe(made.dataset_id);
  expect((await bench.api('GET', one)).status).toBe(404);
});

it.each([
  ['a name that is taken', { name: 'cars', type: 'custom' }],
  ['a made-up type', { name: 'd', type: 'odd' }],
  ['no name', { type: 'custom' }],
])('no dataset with %s', async (_name, body) => {
  expect((await bench.api('POST', root(), { body })).status).toBe(400);
});

it('items come alone or together, and are found by their labels', async () => {
  const alone = (await bench.api('POST', items(), { body: item(1) })).json;
  expect(alone).toMatchObject({ ...item(1), dataset_item_id: 2, dataset_id: bench.platform.datasets[0]?.id });
  const together = (await bench.api('POST', items(), { body: [item(2), item(2)] })).json;
  expect(together).toMatchObject([{ dataset_item_id: 3 }, { dataset_item_id: 4 }]);
  const found = (await bench.api('GET', `${items()}?q=label_id:2`)).json;
  expect(found).toMatchObject({ total_count: 2, next_page_token: null, items: [{}, {}] });
  expect((await bench.api('GET', `${items()}/3`)).json).toMatchObject(item(2));
  const attributes = item(5).attributes;
  expect((await bench.api('PUT', `${items()}/3`, { body: { attributes } })).json).toMatchObject(item(5));
  const bulk = [{ dataset_item_id: 4, attributes }];
  expect((await bench.api('PUT', items(), { body: bulk })).json).toMatchObject([item(5)]);
  expect((await bench.api('DELETE', `${items()}/3`)).json.dataset_item_id).toBe(3);
  expect((await bench.api('GET', `${items()}/3`)).status).toBe(404);
});

it('items are listed in pages of 100, and added 500 at once at most', async () => {
  const many = Array.from({ length: 500 }, () => item(1));
  expect((await bench.api('POST', items(), { body: [...many, item(1)] })).status).toBe(400);
  expect((await bench.api('POST', items(), { body: many })).json).toHaveLength(500);
  let token: string | null = '';
  let pages = 0;
  for (; token !== null; pages += 1) {
    const query: string = token === '' ? '' : `?next_page_token=${token}`;
    token = (await bench.api('GET', `${items()}${query}`)).json.next_page_token;
  }
  expect(pages).toBe(6);
});

it.each([
  ['no source', { attributes: {} }],
  ['a source without a type', { source_data: [{ data_uri: 'https://x' }] }],
  ['a source of another kind', { source_data: [{ data_uri: 'ftp://x', data_type: 'a/b' }] }],
  ['attributes that are a list', { ...item(1), attributes: [] }],
])('no item with %s, and nothing of a list with one', async (_name, wrong) => {
  expect((await bench.api('POST', items(), { body: wrong })).status).toBe(400);
  expect((await bench.api('POST', items(), { body: [item(1), wrong] })).status).toBe(400);
  expect((await bench.api('GET', items())).json.total_count).toBe(1);
});
