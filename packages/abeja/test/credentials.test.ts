import { createSecrets } from '@modelferry/auth';
import { authorizerOf, type AbejaCredentials } from '../src/client/credentials.ts';

const signed = async (given: AbejaCredentials): Promise<string | null | undefined> =>
  (await authorizerOf(given, createSecrets()).headers(new AbortController().signal))['authorization'];
const basic = (pair: string): string => `Basic ${btoa(pair)}`;

test.each<[string, AbejaCredentials, string]>([
  ['a user', { userId: '1122', personalAccessToken: 'pat' }, basic('user-1122:pat')],
  [
    'a user whose ID has its prefix',
    { userId: 'user-1122', personalAccessToken: 'pat' },
    basic('user-1122:pat'),
  ],
  ['a user as pasted', { userId: ' 1122\n', personalAccessToken: 'pat\n' }, basic('user-1122:pat')],
  ['a data source', { datasourceId: '77', datasourceSecret: 's' }, basic('datasource-77:s')],
  [
    'a data source with its prefix',
    { datasourceId: 'datasource-77', datasourceSecret: 's' },
    basic('datasource-77:s'),
  ],
  ['a token', { bearerToken: 'eyJ.a.b\n' }, 'Bearer eyJ.a.b'],
  ['a token beside empty fields', { bearerToken: 'eyJ', userId: '', personalAccessToken: ' ' }, 'Bearer eyJ'],
])('%s signs', async (_, given, header) => expect(await signed(given)).toBe(header));

test.each<[string, AbejaCredentials, string]>([
  ['nothing', {}, 'credentials: must not be empty'],
  ['blanks', { userId: ' ', bearerToken: '' }, 'credentials: must not be empty'],
  [
    'a user and a token',
    { userId: '1', personalAccessToken: 'p', bearerToken: 'b' },
    'credentials: must be of one kind only',
  ],
  [
    'two pairs',
    { userId: '1', personalAccessToken: 'p', datasourceId: '2', datasourceSecret: 's' },
    'of one kind only',
  ],
  ['a user without a token', { userId: '1' }, 'personalAccessToken: must not be empty'],
  ['a token without a user', { personalAccessToken: 'p' }, 'userId: must not be empty'],
  ['half of a data source', { datasourceId: '2' }, 'datasourceSecret: must not be empty'],
  [
    'half of one kind beside another',
    { datasourceId: '2', bearerToken: 'b' },
    'datasourceSecret: must not be empty',
  ],
  ['an ID with a colon', { userId: '1:2', personalAccessToken: 'p' }, 'user: must not contain a colon'],
])('%s is refused', (_, given, message) =>
  expect(() => authorizerOf(given, createSecrets())).toThrow(message),
);

test('the secrets are known as such, in the form they travel in, too', () => {
  const secrets = createSecrets();
  authorizerOf({ userId: '1122', personalAccessToken: 'pat-0123456789' }, secrets);
  expect(secrets.redact(`pat-0123456789 ${basic('user-1122:pat-0123456789')}`)).toBe('*** Basic ***');
});
