import type { IDataObject } from 'n8n-workflow';
import { nodeStage, retrain, training } from './support/node-stage.ts';
import { managementWith, predictionKey, retrainKey, secretKey } from './support/sandbox-keys.ts';

const stage = nodeStage();
const { run, region, cars } = stage;

describe('what a user does wrong is named, with the way out, before a job is made', () => {
  const failure = async (...given: Parameters<typeof run>) => {
    const error: unknown = await run(...given).catch((caught: unknown) => caught);
    return error as { message: string; description?: string; context: IDataObject };
  };
  const noJob = () => expect(stage.sandbox.requests().map(({ method }) => method)).not.toContain('PUT');

  test('a binary field that is not there', async () => {
    const { message, context } = await failure(
      retrainKey(region(), cars()),
      { ...retrain, trainingDataBinaryField: 'file' },
      { items: await training() },
    );
    expect(message).toContain('file');
    expect(context['itemIndex']).toBe(0);
    noJob();
  });

  test('an ID that was left empty', async () => {
    const { message, description } = await failure(retrainKey(region(), cars()), {
      resource: 'model',
      operation: 'getRetraining',
      retrainJobId: ' ',
    });
    expect(message).toBe('Retrain Job ID: is required [item 0]');
    expect(description).toContain('Give Retrain Job ID');
  });

  test('a key of the wrong kind', async () => {
    const wrong = {
      predictionOneRetrainApi: {
        region: 'custom',
        baseUrl: region().managementBaseUrl,
        apiKey: region().credentials.trainKey,
      },
    };
    const { message, description } = await failure(wrong, retrain, { items: await training() });
    expect(message).toContain('Could not get an upload address');
    expect(description).toContain('Check the key in the credential');
    noJob();
  });

  test('a train key where a deploy key is needed', async () => {
    const { message, description } = await failure(
      managementWith(region(), 'train', region().credentials.trainKey),
      {
        resource: 'predictionApi',
        operation: 'getMany',
      },
    );
    expect(message).toContain('this needs a deploy key');
    expect(description).toContain('Set a deploy key');
  });

  test('two credentials of different regions', async () => {
    const other = stage.sandbox.describe().predictionOne.international;
    const { message, description } = await failure(
      { ...retrainKey(region(), cars()), ...secretKey(other) },
      { ...retrain, retrainKeys: 'bothKeys' },
      { items: await training() },
    );
    expect(message).toContain('belong to different regions');
    expect(description).toContain('Set the same region in both');
    expect(stage.sandbox.requests()).toHaveLength(0);
  });

  test('a base URL that is none', async () => {
    const { message } = await failure(
      {
        predictionOneManagementApi: {
          region: 'custom',
          baseUrl: 'nowhere',
          keyType: 'secret',
          apiKey: 'x'.repeat(20),
        },
      },
      { resource: 'model', operation: 'getMany' },
    );
    expect(message).toContain('The base URL in the credential is not a URL');
  });
});

test('a credential that the form no longer shows is not used', async () => {
  // As n8n saves a node whose operation was changed
  const secrets = { ...secretKey(region()), ...predictionKey(cars()), ...retrainKey(region(), cars()) };
  expect(await run(secrets, { resource: 'model', operation: 'getMany' })).not.toHaveLength(0);
});
