import {
  actionFace,
  inputName,
  outputName,
  stepsOf,
  workflowWords,
  type ActionFace,
} from '../../src/face/index.ts';
import { shortDuration } from '../../src/face/short-duration.ts';
import { vendors } from '../../src/vendors/index.ts';

async function allFaces(): Promise<readonly ActionFace[]> {
  const faces = vendors.map(async ({ credentials, load }) => {
    const { catalog } = await load();
    return stepsOf(catalog).map((operation) => actionFace(catalog, credentials, operation));
  });
  return (await Promise.all(faces)).flat();
}

describe('actionFace', () => {
  test('there is one for each step that the README promises', async () => {
    expect((await allFaces()).map(({ vendor, step }) => `${vendor}/${step}`).sort()).toEqual([
      'datarobot/batch-predict',
      'datarobot/wait',
      'prediction-one/predict',
      'prediction-one/retrain',
      'prediction-one/switch-model',
      'prediction-one/wait',
    ]);
  });

  test('names are kebab-case and stand for one thing each', async () => {
    for (const { inputs, outputs } of await allFaces()) {
      for (const shown of [inputs, outputs]) {
        const names = shown.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      }
    }
  });

  test('offers to abort exactly where the vendor can', async () => {
    const offered = (await allFaces()).flatMap(({ vendor, inputs }) =>
      inputs.filter(({ name }) => name.startsWith('on-')).map(({ choices }) => [vendor, choices?.join()]),
    );
    expect(new Set(offered.map(String))).toEqual(
      new Set(['prediction-one,detach', 'datarobot,abort,detach']),
    );
  });

  test('a secret says where it comes from, and every sentence ends', async () => {
    for (const { inputs } of await allFaces()) {
      for (const { secret, description, required, default: value } of inputs) {
        expect(description).toMatch(secret ? /Pass it from secrets\.$/ : /\.$/);
        if (required) expect(value).toBeUndefined();
      }
    }
  });
});

test.each([
  ['trainingData', 'file', 'training-data'],
  ['pollIntervalMs', 'duration', 'poll-interval'],
  ['retrainJobId', 'text', 'job-id'],
  ['jobId', 'text', 'job-id'],
  ['waitForCompletion', 'flag', 'wait'],
  ['rows', 'rows', 'file'],
] as const)('the input %s of kind %s is called %s', (name, kind, expected) => {
  expect(inputName({ name, kind })).toBe(expected);
});

test.each([
  ['resultFile', 'saved-file', 'result-path'],
  ['retrainJobId', 'text', 'job-id'],
  ['switchOutcome', 'choice', 'switch-outcome'],
] as const)('the output %s of kind %s is called %s', (name, kind, expected) => {
  expect(outputName({ name, kind })).toBe(expected);
});

test.each([
  [0, '0s'],
  [30_000, '30s'],
  [5_400_000, '90m'],
  [10_800_000, '3h'],
  [172_800_000, '2d'],
  [1_500, '1500ms'],
])('%d ms are typed %s', (ms, text) => {
  expect(shortDuration(ms)).toBe(text);
});

test('a text of the engine speaks of inputs by their names', async () => {
  const face = (await allFaces()).find(({ step }) => step === 'retrain');
  expect(face && workflowWords(face, 'Give Training Data, and raise Verify Timeout.')).toBe(
    'Give `training-data`, and raise `verify-timeout`.',
  );
});

test.each([
  ['retrain', 'Set the retrain key in the credential.', 'Set the `retrain-key`.'],
  ['retrain', 'Check the train key.', 'Check the train key.'],
  [
    'retrain',
    'With the Secret Key set, check the base URL.',
    'With the `secret-key` set, check the `management-url`.',
  ],
  ['retrain', 'Start it with Prediction API: Update.', 'Start it with Prediction API: Update.'],
  ['switch-model', 'Check the retrain job ID.', 'Check the `job-id`.'],
  ['batch-predict', 'Check the API key.', 'Check the `api-token`.'],
])('in %s, "%s" is said as "%s"', async (step, text, said) => {
  const face = (await allFaces()).find((one) => one.step === step);
  expect(face && workflowWords(face, text)).toBe(said);
  expect(face && workflowWords(face, said)).toBe(said);
});
