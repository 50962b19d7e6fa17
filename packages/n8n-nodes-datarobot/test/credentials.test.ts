import { credentialStage, testCredential } from '@modelferry/n8n-testkit/run';
import { startSandbox } from '@modelferry/sandbox';
import { endpoints } from '../credentials/shared/endpoint.ts';

const stage = credentialStage(() => startSandbox());

const known = () => stage.sandbox.describe().dataRobot;
const root = () => known().endpoint.replace(/\/api\/v2$/, '');
const platform = (more: Readonly<Record<string, string>> = {}) =>
  testCredential('DataRobotApi', {
    endpoint: 'custom',
    endpointUrl: known().endpoint,
    apiToken: known().apiToken,
    authScheme: 'Bearer',
    ...more,
  });
const portable = (more: Readonly<Record<string, string>> = {}) =>
  testCredential('DataRobotPortableServerApi', {
    serverUrl: known().portableServer.url,
    serverToken: known().portableServer.token,
    ...more,
  });

describe('an API key', () => {
  test.each([
    ['the endpoint as the vendor writes it', () => ({})],
    ['the root alone', () => ({ endpointUrl: root() })],
    ['a final slash and the space of copying', () => ({ endpointUrl: ` ${known().endpoint}/ ` })],
    ['the space of copying around the key', () => ({ apiToken: ` ${known().apiToken}\n` })],
    ['the older word before it', () => ({ authScheme: 'Token' })],
    ['a credential from before there was a word to choose', () => ({ authScheme: '' })],
  ])('is accepted: %s', async (_, more) => {
    expect(await platform(more())).toBe('OK');
  });

  test('asks for one deployment, and changes nothing', async () => {
    const before = JSON.stringify(stage.sandbox.state());
    await platform();
    expect(stage.sandbox.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v2/deployments/',
    ]);
    expect(JSON.stringify(stage.sandbox.state())).toBe(before);
  });

  test('that is wrong is refused in our words', async () => {
    expect(await platform({ apiToken: 'wrong-wrong-wrong' })).toMatch(
      /^DataRobot refused the key\. .*Endpoint/,
    );
  });

  test('of which something else than the API knows nothing', async () => {
    const said = 'Something else than the API of DataRobot answered. Check the endpoint.';
    expect(await platform({ endpointUrl: stage.pageUrl })).toBe(said);
    expect(await platform({ endpointUrl: `${root()}/elsewhere` })).toBe(said);
  });

  test('goes to one of the clouds without any URL', () => {
    expect(Object.values(endpoints)).toEqual([
      'https://app.datarobot.com/api/v2',
      'https://app.eu.datarobot.com/api/v2',
      'https://app.jp.datarobot.com/api/v2',
    ]);
  });
});

describe('the token of a portable server', () => {
  beforeEach(() => stage.sandbox.variants.change({ enable: ['pps-auth'] }));
  test('is accepted', async () => {
    expect(await portable()).toBe('OK');
    expect(await portable({ serverUrl: ` ${known().portableServer.url}/ ` })).toBe('OK');
  });
  test('that is wrong, and the API key in its place, are refused', async () => {
    expect(await portable({ serverToken: 'wrong' })).toMatch(/^The server refused the token\./);
    expect(await portable({ serverToken: known().apiToken })).toMatch(/^The server refused the token\./);
    await stage.sandbox.reset(); // The sandbox counts a secret in a foreign place
  });
  test('means nothing to another server', async () => {
    expect(await portable({ serverUrl: stage.pageUrl })).toMatch(/^Something else than a portable/);
  });
});
