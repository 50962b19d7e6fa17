import { testCredential } from '@modelferry/n8n-testkit/run';
import { startSandbox, type Sandbox } from '@modelferry/sandbox';
import { startTestServer, type TestServer } from '@modelferry/testkit';
import { userKey } from './support/sandbox-keys.ts';

let sandbox: Sandbox;
let page: TestServer;
beforeAll(async () => {
  sandbox = await startSandbox();
  page = await startTestServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Nothing here</html>');
  });
});
afterAll(async () => {
  await page.close();
  await sandbox.close();
});
beforeEach(() => sandbox.reset());

const known = () => sandbox.describe().abeja;
const test_ = (more: object = {}) => testCredential('AbejaApi', userKey(known(), more)['abejaApi'] ?? {});

describe('a user', () => {
  test.each([
    ['as the platform writes it', () => ({})],
    ['with the prefix already before the ID', () => ({ userId: `user-${known().user.id}` })],
    [
      'with the space of copying',
      () => ({ personalAccessToken: ` ${known().user.token}\n`, userId: ` ${known().user.id} ` }),
    ],
    ['with a final slash behind the URL', () => ({ baseUrl: ` ${known().baseUrl}/ ` })],
    ['with the name of the organization', () => ({ organizationId: known().organization.name })],
    [
      'who may only look',
      () => ({ userId: known().regularUser.id, personalAccessToken: known().regularUser.token }),
    ],
  ])('is accepted: %s', async (_, more) => {
    expect(await test_(more())).toBe('OK');
  });
});
