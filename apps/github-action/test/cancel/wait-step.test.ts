import { dataRobot } from '@modelferry/datarobot';
import { predictionOne } from '@modelferry/prediction-one';
import type { Catalog } from '@modelferry/operation';
import { waitStep } from '../../src/cancel/wait-step.ts';
import type { Credential, JobKinds } from '../../src/vendors/vendor.ts';
import { dataRobotCredentials } from '../../src/vendors/datarobot/credentials.ts';
import { dataRobotJobs } from '../../src/vendors/datarobot/job-kinds.ts';
import { predictionOneCredentials } from '../../src/vendors/prediction-one/credentials.ts';
import { predictionOneJobs } from '../../src/vendors/prediction-one/job-kinds.ts';

const stepOf = (catalog: Catalog<never>, credentials: readonly Credential[], jobs: JobKinds) => ({
  host: { catalog, jobs },
  vendor: { credentials },
});

const retraining = (env: Readonly<Record<string, string>>, id = '0f5a2c7e-31b4') =>
  waitStep(stepOf(predictionOne as Catalog<never>, predictionOneCredentials, predictionOneJobs), env, {
    kind: 'retraining',
    id,
  });

const ofDataRobot = stepOf(dataRobot as Catalog<never>, dataRobotCredentials, dataRobotJobs);

test('says the keys by their secrets, and whose job it is', () => {
  const snippet = retraining({
    'INPUT_RETRAIN-KEY': 'the-key-itself',
    'INPUT_CLASSIFIER-ID': '5f2c7e',
    INPUT_REGION: 'international',
    INPUT_TIMEOUT: '5s',
    'INPUT_TRAINING-DATA': 'a.csv',
    GITHUB_ACTION_REPOSITORY: 'acme/ferry',
    GITHUB_ACTION_REF: 'v2',
  });
  expect(snippet).toBe(
    [
      '- uses: acme/ferry/apps/github-action/prediction-one/wait@v2',
      '  with:',
      '    retrain-key: ${{ secrets.PREDICTION_ONE_RETRAIN_KEY }}',
      '    region: "international"',
      '    job-id: "0f5a2c7e-31b4"',
      '    classifier-id: "5f2c7e"',
    ].join('\n'),
  );
});

test('leaves out what is as usual', () => {
  expect(retraining({ INPUT_REGION: 'japan' })).not.toContain('region');
});

test.each([
  '42',
  '0x1F',
  '1_000',
  'true',
  '1.0',
  '12e5',
  '6e8568290219',
  'a: b',
  '# x',
  'x\n  evil: 1',
  '-',
  'null: {}',
])('quotes the ID %j, so that it stays on its line', (id) => {
  expect(retraining({}, id)?.split('\n').at(-1)).toBe(`    job-id: ${JSON.stringify(id)}`);
});

test('an expression in an ID is none when it is pasted', () => {
  expect(retraining({}, '${{ secrets.X }}')).toMatch(/job-id: "\$ \{\{ secrets\.X \}\}"$/);
});

test('says nothing of policies', () => {
  const job = { kind: 'batch-prediction', id: 'a1' };
  const snippet = waitStep(ofDataRobot, { 'INPUT_ON-TIMEOUT': 'detach' }, job);
  expect(snippet).toMatch(/datarobot\/wait@action-v1\n {2}with:\n {4}job-id: "a1"$/);
});

test('is not there where the vendor has no such step', () => {
  const without = { ...predictionOne, operations: [] } as unknown as Catalog<never>;
  const job = { kind: 'retraining', id: '1' };
  expect(waitStep(stepOf(without, [], predictionOneJobs), {}, job)).toBeUndefined();
});

test('is the one for jobs of the kind, which gets what names the job there', () => {
  const job = { kind: 'retraining-run', id: 'd1/p1/r1' };
  const env = { 'INPUT_API-TOKEN': 'the-key-itself', 'INPUT_DEPLOYMENT-ID': 'd1' };
  expect(waitStep(ofDataRobot, env, job)).toBe(
    [
      '- uses: modelferry/modelferry/apps/github-action/datarobot/wait-for-retraining@action-v1',
      '  with:',
      '    api-token: ${{ secrets.DATAROBOT_API_TOKEN }}',
      '    run-id: "r1"',
      '    deployment-id: "d1"',
      '    policy-id: "p1"',
    ].join('\n'),
  );
});

test.each(['dataset', 'model-replacement', 'unheard-of'])('none waits for jobs of the kind %s', (kind) => {
  expect(waitStep(ofDataRobot, {}, { kind, id: '1' })).toBeUndefined();
});
