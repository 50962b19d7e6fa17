import { inputName, stepsOf } from '../../src/face/index.ts';
import { vendors } from '../../src/vendors/index.ts';
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
])('of the %s %s later steps get what it is made of', (kind, id, outputs) => {
  expect(dataRobotJobs[kind]?.outputs(id)).toEqual(outputs);
});

test('what can be ended is known, and what waits for a job is a step with such an input', async () => {
  for (const { load } of vendors) {
    const { catalog, jobs } = await load();
    expect(Object.keys(jobs)).toEqual(expect.arrayContaining(Object.keys(catalog.cancels ?? {})));
    for (const { waitedBy } of Object.values(jobs)) {
      if (!waitedBy) continue;
      const step = stepsOf(catalog).find(({ ciStep }) => ciStep === waitedBy.step);
      expect(step?.inputFields.map(inputName)).toContain(waitedBy.input);
    }
  }
});
