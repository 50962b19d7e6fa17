import { credentialStage, testCredential } from '@modelferry/n8n-testkit/run';
import { startSandbox } from '@modelferry/sandbox';
import { packedCredential } from '@modelferry/n8n-testkit';
import { userKey } from './support/sandbox-keys.ts';

const stage = credentialStage(() => startSandbox());

const known = () => stage.sandbox.describe().abeja;
const tested = (more: object = {}) => testCredential('AbejaApi', userKey(known(), more)['abejaApi'] ?? {});
const asDatasource = (more: object = {}) => ({
  ...{ authentication: 'datasource', userId: '', personalAccessToken: '' },
  ...{ datasourceId: known().datasource.id, datasourceSecret: known().datasource.secret },
  ...more,
});

test.each<[string, () => object]>([
  ['a user', () => ({})],
  ['the prefix before the ID', () => ({ userId: `user-${known().user.id}` })],
  [
    'the space of copying',
    () => ({ userId: ` ${known().user.id} `, personalAccessToken: ` ${known().user.token}\n` }),
  ],
  ['a final slash behind the URL', () => ({ baseUrl: ` ${known().baseUrl}/ ` })],
  ['the name of the organization', () => ({ organizationId: ` ${known().organization.name} ` })],
  [
    'a member who may only look',
    () => ({ userId: known().regularUser.id, personalAccessToken: known().regularUser.token }),
  ],
  ['a data source', () => asDatasource()],
  [
    'a data source with its prefix',
    () => asDatasource({ datasourceId: `datasource-${known().datasource.id}` }),
  ],
  [
    'a token, whatever stands in the other fields',
    () => ({ authentication: 'token', bearerToken: ` ${known().bearerToken}\n` }),
  ],
])('is accepted: %s', async (_, more) => {
  expect(await tested(more())).toBe('OK');
});

test('one look at the organization, and nothing changes', async () => {
  const before = JSON.stringify(stage.sandbox.state());
  await tested();
  expect(stage.sandbox.requests().map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /organizations/${known().organization.id}`,
  ]);
  expect(JSON.stringify(stage.sandbox.state())).toBe(before);
});

const refused = /^ABEJA Platform refused the credential\. .*Authentication/;
const notTheApi = 'Something else than the API of ABEJA Platform answered. Check Base URL.';

test.each<[string, () => object, RegExp | string]>([
  ['a wrong token', () => ({ personalAccessToken: 'wrong-wrong-wrong' }), refused],
  ['a data source with a wrong secret', () => asDatasource({ datasourceSecret: 'wrong-wrong' }), refused],
  ['a wrong bearer token', () => ({ authentication: 'token', bearerToken: 'wrong' }), refused],
  ['another organization', () => ({ organizationId: '1' }), /knows no such organization/],
  [
    'another organization, asked by a data source',
    () => asDatasource({ organizationId: '1' }),
    /no such organization/,
  ],
  ['a page', () => ({ baseUrl: stage.pageUrl }), notTheApi],
  ['a page, asked by a data source', () => asDatasource({ baseUrl: stage.pageUrl }), notTheApi],
  ['an address of the API that is none', () => ({ baseUrl: `${known().baseUrl}/v1` }), /Check .*Base URL/],
])('is refused in our words: %s', async (_, more, words) => {
  const said = await tested(more());
  expect(said).toMatch(words);
  for (const secret of [known().user.token, known().bearerToken, known().datasource.secret]) {
    expect(said).not.toContain(secret);
  }
});

test('leads to the cloud where no base URL is said', () => {
  const { properties, test: check } = packedCredential('AbejaApi');
  expect(properties.find(({ name }) => name === 'baseUrl')?.default).toBe('https://api.abeja.io');
  expect(check?.request.baseURL).toContain('https://api.abeja.io');
});

test('shows every secret as dots, and each field to those who need it', () => {
  const { properties } = packedCredential('AbejaApi');
  const secret = properties.filter(({ typeOptions }) => typeOptions?.password).map(({ name }) => name);
  expect(secret).toEqual(['personalAccessToken', 'datasourceSecret', 'bearerToken']);
  for (const { name, displayOptions, required } of properties) {
    if (displayOptions) expect([name, required]).toEqual([name, true]);
  }
});
