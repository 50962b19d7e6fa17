import { documentedCallsContract } from '@modelferry/testkit';
import type { AbejaClient } from '../src/index.ts';
import { datalakeRows } from './documented-calls/datalake-rows.ts';
import { datasetRows } from './documented-calls/dataset-rows.ts';
import { definitionRows } from './documented-calls/definition-rows.ts';
import { jobRows } from './documented-calls/job-rows.ts';
import { localJobRows } from './documented-calls/local-job-rows.ts';
import { modelRows } from './documented-calls/model-rows.ts';
import { serviceRows } from './documented-calls/service-rows.ts';
import { versionRows } from './documented-calls/version-rows.ts';
import { baseUrl, scriptedClient, signature } from './support/scripted-client.ts';

const rows = [
  ...definitionRows,
  ...versionRows,
  ...jobRows,
  ...modelRows,
  ...localJobRows,
  ...serviceRows,
  ...datalakeRows,
  ...datasetRows,
];

documentedCallsContract<AbejaClient>({
  rows,
  baseUrl,
  headers: { authorization: signature, accept: 'application/json', 'user-agent': 'modelferry' },
  start: (answers) => scriptedClient(answers),
});

test('each of the 29 operations of the reference has its row', () => {
  const calls = rows.map(({ call }) => call);
  const operations = Array.from({ length: 29 }, (_, at) => new RegExp(`^Op ${at + 1} `));
  expect(operations.filter((one) => !calls.some((call) => one.test(call)))).toEqual([]);
});
