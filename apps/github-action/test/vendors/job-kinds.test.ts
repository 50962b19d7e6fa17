import { inputName, stepsOf } from '../../src/face/index.ts';
import { vendors } from '../../src/vendors/index.ts';
import { abejaJobs } from '../../src/vendors/abeja/job-kinds.ts';
import { dataRobotJobs } from '../../src/vendors/datarobot/job-kinds.ts';

test.each([
  ['batch-prediction', '6650', { 'job-id': '6650' }],
  ['retraining-run', 'd1/p1/r1', { 'deployment-id': 'd1', 'policy-id': 'p1', 'run-id': 'r1' }],
  ['dataset', 'c1/versions/v1/status/t1', { 'dataset-id': 'c1', 'version-id': 'v1' }],
  ['dataset', 'c1/versions/v1', { 'dataset-id': 'c1', 'version-id': 'v1' }],
  ['dataset', 'c1/status/t1', { 'dataset-id': 'c1' }],
  ['dataset', 'c1', { 'dataset-id': 'c1' }],
  ['dataset', 'status/t1', {}],
  ['model-replacement', 'd1/t1', {}],
  ['training-job', '日次 churn/1443722127663', { definition: '日次 churn', 'job-id': '1443722127663' }],
  ['service', '1111111111111/ser-a', { 'deployment-id': '1111111111111', 'service-id': 'ser-a' }],
])('of the %s %s later steps get what it is made of', (kind, id, outputs) => {
  expect({ ...dataRobotJobs, ...abejaJobs }[kind]?.outputs(id)).toEqual(outputs);
});

test('what can be ended is known, and what waits for a job is a step that takes its IDs', async () => {
  for (const { load } of vendors) {
    const { catalog, jobs } = await load();
    expect(Object.keys(jobs)).toEqual(expect.arrayContaining(Object.keys(catalog.cancels ?? {})));
    for (const { waitedBy, outputs } of Object.values(jobs)) {
      if (waitedBy === undefined) continue;
      const step = stepsOf(catalog).find(({ ciStep }) => ciStep === waitedBy);
      expect(step?.inputFields.map(inputName)).toEqual(expect.arrayContaining(Object.keys(outputs('a/b/c'))));
    }
  }
});
