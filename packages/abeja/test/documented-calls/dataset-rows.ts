import { item, said } from '../support/answers.ts';
import { bare, isJson, like, O, type Row } from './row.ts';

const dataset = { dataset_id: '9', name: 'd', type: 'classification', props: {} };
const props = {
  categories: [{ category_id: 1, name: 'animals', labels: [{ label_id: 1, label: 'dog' }] }],
};
const attributes = { classification: [{ category_id: 1, label_id: 1 }] };
const added = {
  sourceData: [{ dataUri: 'datalake://1230000000000/f1', dataType: 'image/jpeg', height: 500, width: 200 }],
  attributes,
};
const addedOnWire = {
  source_data: [
    { data_uri: 'datalake://1230000000000/f1', data_type: 'image/jpeg', height: 500, width: 200 },
  ],
  attributes,
};

export const datasetRows: readonly Row[] = [
  {
    call: '3.7 create a dataset',
    send: (client, signal) => client.createDataset({ name: 'd', type: 'classification', props }, signal),
    answer: { status: 200, json: dataset },
    request: `POST ${O}/datasets`,
    json: { name: 'd', type: 'classification', props },
    headers: isJson,
    gives: like({ datasetId: '9', name: 'd', type: 'classification' }),
  },
  {
    call: '3.7 list datasets, all at once',
    send: (client, signal) => client.getDatasets({}, signal),
    answer: { status: 200, json: [dataset] },
    request: `GET ${O}/datasets`,
    gives: { entries: [like({ datasetId: '9' })], nextToken: undefined },
  },
  {
    call: '3.7 list some datasets',
    send: (client, signal) => client.getDatasets({ maxResults: 1, nextToken: '8' }, signal),
    answer: { status: 200, json: [dataset] },
    request: `GET ${O}/datasets?max_results=1&next_token=8`,
    gives: { entries: [like({ datasetId: '9' })], nextToken: '9' },
  },
  {
    call: '3.7 read a dataset',
    send: (client, signal) => client.getDataset('9', signal),
    answer: { status: 200, json: { ...dataset, total_count: 3 } },
    request: `GET ${O}/datasets/9`,
    gives: like({ totalCount: 3 }),
  },
  {
    call: '3.7 delete a dataset',
    send: (client, signal) => client.deleteDataset('9', signal),
    answer: said,
    request: `DELETE ${O}/datasets/9`,
    headers: bare,
  },
  {
    call: '3.7 add an item',
    send: (client, signal) => client.addDatasetItems('9', [added], signal),
    answer: { status: 200, json: { ...item, attributes } },
    request: `POST ${O}/datasets/9/items`,
    json: addedOnWire,
    headers: isJson,
    gives: [like({ datasetItemId: '7', attributes })],
  },
  {
    call: '3.7 add several items',
    send: (client, signal) => client.addDatasetItems('9', [added, added], signal),
    answer: { status: 200, json: [item, { ...item, dataset_item_id: 8 }] },
    request: `POST ${O}/datasets/9/items`,
    json: [addedOnWire, addedOnWire],
    gives: [like({ datasetItemId: '7' }), like({ datasetItemId: '8' })],
  },
  {
    call: '3.7 list items',
    send: (client, signal) => client.getDatasetItems('9', { q: 'label:1', nextToken: 'xxx' }, signal),
    answer: { status: 200, json: { items: [item], total_count: 1000, next_page_token: 'yyy' } },
    request: `GET ${O}/datasets/9/items?q=label%3A1&next_page_token=xxx`,
    gives: { entries: [like({ datasetItemId: '7' })], total: 1000, nextToken: 'yyy' },
  },
  {
    call: '3.7 read an item',
    send: (client, signal) => client.getDatasetItem('9', '7', signal),
    answer: { status: 200, json: item },
    request: `GET ${O}/datasets/9/items/7`,
  },
  {
    call: '3.7 change an item',
    send: (client, signal) => client.updateDatasetItem('9', '7', attributes, signal),
    answer: { status: 200, json: item },
    request: `PUT ${O}/datasets/9/items/7`,
    json: { attributes },
    headers: isJson,
  },
  {
    call: '3.7 change several items',
    send: (client, signal) => client.updateDatasetItems('9', [{ itemId: '7', attributes }], signal),
    answer: { status: 200, json: [item] },
    request: `PUT ${O}/datasets/9/items`,
    json: [{ dataset_item_id: 7, attributes }],
    headers: isJson,
    gives: [like({ datasetItemId: '7' })],
  },
  {
    call: '3.7 delete an item',
    send: (client, signal) => client.deleteDatasetItem('9', '7', signal),
    answer: said,
    request: `DELETE ${O}/datasets/9/items/7`,
    headers: bare,
  },
];
