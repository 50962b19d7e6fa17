import { abeja } from '@modelferry/abeja';
import { askedCredentials, formContract } from '@modelferry/n8n-testkit';

formContract(abeja);

describe('the credential is asked for', () => {
  const operations = abeja.operations.map(({ resource, name }) => [resource, name] as const);
  test.each(operations)('%s %s', (resource, operation) => {
    expect(askedCredentials({ resource, operation })).toEqual(['abejaApi']);
  });
});
