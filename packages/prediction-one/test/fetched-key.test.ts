import { fakeNow } from '@modelferry/testkit';
import { answers, jobId } from './support/answers.ts';
import { scriptedClient, testKey } from './support/scripted-client.ts';

const day = 86_400_000;
const far = new Date(fakeNow + 90 * day).toISOString();
const models = { status: 200, json: answers.models() };
const refused = { status: 400, json: answers.fault('Inactive_credential.') };
const sentKeys = ({
  requests,
}: {
  requests: readonly { headers: Readonly<Record<string, string | null>> }[];
}) => requests.map(({ headers }) => headers['x-api-key']);

test('a key is fetched by the Secret Key once, then kept', async () => {
  const { client, transport, signal, secrets } = scriptedClient(
    [{ status: 200, json: answers.apiKey('fetched-1', far) }, models, models],
    { kinds: ['secret'] },
  );
  await client.getModels({}, signal);
  await client.getModels({}, signal);
  expect(sentKeys(transport)).toEqual([testKey('secret'), 'fetched-1', 'fetched-1']);
  expect(transport.requests[0]?.url).toContain('credential_type=train');
  expect(secrets.redact('fetched-1')).toBe('***');
  transport.expectConsumed();
});

test('keys are kept by kind and, for retraining, by model', async () => {
  const status = { status: 200, json: answers.status('running') };
  const key = (name: string) => ({ status: 200, json: answers.apiKey(name, far) });
  const { client, transport, signal } = scriptedClient([key('one-1'), status, key('two-2'), status, status], {
    kinds: ['secret'],
  });
  const read = (modelId: string) =>
    client.getRetrainStatus({ retrainJobId: jobId, keyChoice: { modelId } }, signal);
  await read('1');
  await read('2');
  await read('1');
  expect(sentKeys(transport)).toEqual([testKey('secret'), 'one-1', testKey('secret'), 'two-2', 'one-1']);
});

test('a refused key is fetched anew once', async () => {
  const { client, transport, signal } = scriptedClient(
    [
      { status: 200, json: answers.apiKey('fetched-1', far) },
      refused,
      { status: 200, json: answers.apiKey('fetched-2', far) },
      models,
    ],
    { kinds: ['secret'] },
  );
  await client.getModels({}, signal);
  expect(sentKeys(transport)).toEqual([testKey('secret'), 'fetched-1', testKey('secret'), 'fetched-2']);
});

test('a second refusal is final', async () => {
  const { client, transport, signal } = scriptedClient(
    [
      { status: 200, json: answers.apiKey('fetched-1', far) },
      refused,
      { status: 200, json: answers.apiKey('fetched-2', far) },
      refused,
    ],
    { kinds: ['secret'] },
  );
  await expect(client.getModels({}, signal)).rejects.toMatchObject({ code: 'unauthorized' });
  transport.expectConsumed();
});

test('a refused key of the user is replaced by a fetched one, where there is a Secret Key', async () => {
  const { client, transport, signal } = scriptedClient(
    [refused, { status: 200, json: answers.apiKey('fetched-1', far) }, models],
    { kinds: ['secret', 'train'] },
  );
  await client.getModels({}, signal);
  expect(sentKeys(transport)).toEqual([testKey('train'), testKey('secret'), 'fetched-1']);
});

test('without one, the refusal is final', async () => {
  const { client, transport, signal } = scriptedClient([refused], { kinds: ['train'] });
  await expect(client.getModels({}, signal)).rejects.toMatchObject({ code: 'unauthorized' });
  transport.expectConsumed();
});

test('a transport that signs by itself is left for a fetched key', async () => {
  const own = scriptedClient([refused]);
  const { client, transport, signal } = scriptedClient(
    [{ status: 200, json: answers.apiKey('fetched-1', far) }, models],
    {
      keys: {
        secret: { authorizer: { headers: async () => ({ 'x-api-key': 'the-secret-key' }) } },
        train: { transport: own.transport },
      },
    },
  );
  await client.getModels({}, signal);
  expect(sentKeys(own.transport)).toEqual([undefined]);
  expect(sentKeys(transport)).toEqual(['the-secret-key', 'fetched-1']);
});

test('a key whose end has come is fetched anew before it is used', async () => {
  const soon = new Date(fakeNow + 1_000).toISOString();
  const { client, transport, signal, clock } = scriptedClient(
    [
      { status: 200, json: answers.apiKey('fetched-1', soon) },
      models,
      { status: 200, json: answers.apiKey('fetched-2', far) },
      models,
    ],
    { kinds: ['secret'] },
  );
  await client.getModels({}, signal);
  await clock.sleep(2_000);
  await client.getModels({}, signal);
  expect(sentKeys(transport).at(-1)).toBe('fetched-2');
});

test('calls at the same time share one key', async () => {
  const { client, transport, signal } = scriptedClient(
    [{ status: 200, json: answers.apiKey('fetched-1', far) }, models, models],
    { kinds: ['secret'] },
  );
  await Promise.all([client.getModels({}, signal), client.getModels({}, signal)]);
  transport.expectConsumed();
});

test.each([
  ['13 days ahead', new Date(fakeNow + 13 * day).toISOString(), /ends on 2027-01-28/],
  ['as epoch seconds', (fakeNow + 2 * day) / 1000, /ends on 2027-01-17/],
  ['unreadable', 'in spring', /unknown until when/],
  ['absent', undefined, /unknown until when/],
])('an end that is %s is warned of once, without the key', async (_, endDate, expected) => {
  const { client, signal, warnings } = scriptedClient(
    [{ status: 200, json: answers.apiKey('fetched-1', endDate) }, models, models],
    { kinds: ['secret'] },
  );
  await client.getModels({}, signal);
  await client.getModels({}, signal);
  expect(warnings).toEqual([expect.stringMatching(expected)]);
  expect(warnings.join()).not.toContain('fetched-1');
});

test('an end further away than 14 days is not', async () => {
  const { client, signal, warnings } = scriptedClient(
    [{ status: 200, json: answers.apiKey('fetched-1', far) }, models],
    {
      kinds: ['secret'],
    },
  );
  await client.getModels({}, signal);
  expect(warnings).toEqual([]);
});
