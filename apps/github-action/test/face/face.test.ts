import {
  actionFace,
  inputName,
  outputName,
  secretOf,
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
      'abeja/register-model',
      'abeja/switch-service',
      'abeja/train',
      'abeja/upload-data',
      'abeja/wait',
      'datarobot/batch-predict',
      'datarobot/predict',
      'datarobot/replace-model',
      'datarobot/retrain',
      'datarobot/upload-dataset',
      'datarobot/upload-dataset-version',
      'datarobot/wait',
      'datarobot/wait-for-retraining',
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
    const offered = (await allFaces()).flatMap(({ vendor, step, inputs }) =>
      inputs
        .filter(({ name }) => ['on-timeout', 'on-cancel'].includes(name))
        .map(({ choices }) => `${vendor}/${step}: ${choices?.join()}`),
    );
    expect([...new Set(offered)].sort()).toEqual([
      'abeja/switch-service: detach',
      'abeja/train: abort,detach',
      'abeja/wait: abort,detach',
      'datarobot/batch-predict: abort,detach',
      'datarobot/replace-model: detach',
      'datarobot/retrain: abort,detach',
      'datarobot/upload-dataset-version: detach',
      'datarobot/upload-dataset: detach',
      'datarobot/wait-for-retraining: abort,detach',
      'datarobot/wait: abort,detach',
      'prediction-one/retrain: detach',
      'prediction-one/wait: detach',
    ]);
  });

  test('promises to print how to wait only where there is a step that does', async () => {
    for (const { step, inputs } of await allFaces()) {
      const { description } = inputs.find(({ name }) => name === 'on-cancel') ?? {};
      if (description !== undefined) {
        expect([step, description.includes('print how to wait')]).toEqual([
          step,
          !/upload|replace|switch-service/.test(step),
        ]);
      }
    }
  });

  test('a description speaks of other inputs as a workflow file does', async () => {
    const forms = /\b(?:Metric Name|Conflict Key|Good Enough|Roll Back)\b|where [A-Z]\w+ is given/;
    const texts = (await allFaces())
      .filter(({ vendor }) => vendor === 'abeja')
      .flatMap(({ inputs, outputs }) => [...inputs, ...outputs].map(({ description }) => description));
    expect(texts.filter((text) => forms.test(text))).toEqual([]);
    expect(texts.join(' ')).toContain('needed where `metric-name` is given');
    expect(texts.join(' ')).not.toMatch(/`job-id`/);
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
  ['datarobot', 'api-token', '${{ secrets.DATAROBOT_API_TOKEN }}'],
  ['datarobot', 'datarobot-key', '${{ secrets.DATAROBOT_KEY }}'],
])('the secret of %s for %s is %s', (vendor, input, secret) => {
  expect(secretOf(vendor, input)).toBe(secret);
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
  const face = (await allFaces()).find(
    ({ vendor, step }) => vendor === 'prediction-one' && step === 'retrain',
  );
  expect(face && workflowWords(face, 'Give Training Data, and raise Verify Timeout.')).toBe(
    'Give `training-data`, and raise `verify-timeout`.',
  );
});

test.each([
  ['prediction-one/retrain', 'Set the retrain key in the credential.', 'Set the `retrain-key`.'],
  ['prediction-one/retrain', 'Check the train key.', 'Check the train key.'],
  [
    'prediction-one/retrain',
    'With the Secret Key set, check the base URL.',
    'With the `secret-key` set, check the `management-url`.',
  ],
  [
    'prediction-one/retrain',
    'Start it with Prediction API: Update.',
    'Start it with Prediction API: Update.',
  ],
  ['prediction-one/switch-model', 'Check the retrain job ID.', 'Check the `job-id`.'],
  ['datarobot/batch-predict', 'Check the API key.', 'Check the `api-token`.'],
  ['abeja/train', 'Is required where Source is given.', 'Is required where `source` is given.'],
  ['abeja/train', 'Source is what the job runs.', 'Source is what the job runs.'],
])('in %s, "%s" is said as "%s"', async (step, text, said) => {
  const face = (await allFaces()).find((one) => `${one.vendor}/${one.step}` === step);
  expect(face && workflowWords(face, text)).toBe(said);
  expect(face && workflowWords(face, said)).toBe(said);
});
