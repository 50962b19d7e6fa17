import { startSandbox } from '@modelferry/sandbox';
import { credentialStage, testCredential } from '@modelferry/n8n-testkit/run';

const stage = credentialStage(() => startSandbox());

const wrongKey = '00000000-wrong-key-00000000';
const japan = () => stage.sandbox.describe().predictionOne.japan;
const cars = () => {
  const [first] = japan().published;
  if (!first) throw new Error('The sandbox has no published model');
  return first;
};
const management = (keyType: string, apiKey: string, baseUrl = japan().managementBaseUrl) =>
  testCredential('PredictionOneManagementApi', { region: 'custom', baseUrl, keyType, apiKey });
const retrain = (apiKey: string, baseUrl = japan().managementBaseUrl) =>
  testCredential('PredictionOneRetrainApi', { region: 'custom', baseUrl, apiKey });
const prediction = (apiKey: string, apiUrl = cars().inferenceUrl) =>
  testCredential('PredictionOnePredictionApi', { apiUrl, apiKey });

describe('the right key', () => {
  test.each([
    ['secret', () => japan().credentials.secretKey],
    ['train', () => japan().credentials.trainKey],
    ['deploy', () => japan().credentials.deployKey],
  ])('management, %s', async (keyType, key) => {
    expect(await management(keyType, key())).toBe('OK');
  });
  test('management, with the base path in the base URL', async () => {
    const baseUrl = ` ${japan().managementBaseUrl}/v1/external/ `;
    expect(await management('train', japan().credentials.trainKey, baseUrl)).toBe('OK');
  });
  test('retrain', async () => {
    expect(await retrain(cars().retrainKey)).toBe('OK');
  });
  test('prediction', async () => {
    expect(await prediction(cars().predictionKey)).toBe('OK');
  });
});

describe('a wrong key', () => {
  test.each(['secret', 'train', 'deploy'])('management, %s', async (keyType) => {
    expect(await management(keyType, wrongKey)).toMatch(/^The vendor refused the key\./);
  });
  test('retrain', async () => {
    expect(await retrain(wrongKey)).toMatch(/^The vendor refused the key\./);
  });
  test('prediction', async () => {
    expect(await prediction(wrongKey)).toMatch(/^The vendor refused the key/);
  });
});

describe('a right key of the wrong kind, or of another region', () => {
  test('a train key given as the Secret Key', async () => {
    expect(await management('secret', japan().credentials.trainKey)).toMatch(/refused the key/);
  });
  test('a deploy key given as a train key', async () => {
    expect(await management('train', japan().credentials.deployKey)).toMatch(/refused the key/);
  });
  test('the Secret Key given as a retrain key', async () => {
    expect(await retrain(japan().credentials.secretKey)).toMatch(/refused the key/);
  });
  test('a key of Japan given to the international host', async () => {
    const { managementBaseUrl } = stage.sandbox.describe().predictionOne.international;
    expect(await retrain(cars().retrainKey, managementBaseUrl)).toMatch(/refused the key/);
  });
  test('the key of one prediction API given to another', async () => {
    const other = japan().published[1];
    expect(await prediction(cars().predictionKey, other?.inferenceUrl)).toMatch(
      /^The vendor refused|^The key belongs/,
    );
  });
});

/** Every shape in which the vendor may say that it refuses a key: none of them is documented. */
describe.each(['error-code-number', 'error-nested', 'error-status-200', 'error-gateway'] as const)(
  'refusals in the shape of %s',
  (variant) => {
    beforeEach(() => stage.sandbox.variants.change({ enable: [variant] }));
    afterEach(() => stage.sandbox.variants.change({ disable: [variant] }));

    test('are seen', async () => {
      expect(await retrain(wrongKey)).toMatch(/refused the key/);
      expect(await management('secret', wrongKey)).toMatch(/refused the key/);
      expect(await management('train', wrongKey)).toMatch(/refused the key/);
    });
  },
);

describe('something else than the API', () => {
  test('a page is no answer of the API, whatever the key', async () => {
    const said = 'Something else than the API answered. Check the region or the URL.';
    expect(await retrain(cars().retrainKey, stage.pageUrl)).toBe(said);
    expect(await management('secret', japan().credentials.secretKey, stage.pageUrl)).toBe(said);
    expect(await prediction(cars().predictionKey, `${stage.pageUrl}/inference`)).toBe(said);
  });
});

test('no test makes a key, a job or a model', async () => {
  const before = JSON.stringify(stage.sandbox.state());
  await management('secret', japan().credentials.secretKey);
  await retrain(cars().retrainKey);
  await prediction(cars().predictionKey);
  expect(JSON.stringify(stage.sandbox.state())).toBe(before);
});
