import { dataRobot } from '@modelferry/datarobot';
import { askedCredentials, formContract } from '@modelferry/n8n-testkit';

formContract(dataRobot);

describe('credentials that are asked for', () => {
  const operations = dataRobot.operations.map(({ resource, name }) => [resource, name] as const);
  test.each(operations)('%s %s', (resource, operation) => {
    expect(askedCredentials({ resource, operation })).toEqual(['dataRobotApi']);
  });
  test.each(['predict', 'predictFile', 'predictUnstructured'])(
    "%s with a portable server, which is the user's own",
    (operation) => {
      const asked = askedCredentials({ resource: 'prediction', operation, server: 'portable' });
      expect(asked).toEqual(['dataRobotPortableServerApi']);
    },
  );
  test('what was chosen for another operation does not count', () => {
    const left = { resource: 'dataset', operation: 'getMany', server: 'portable' };
    expect(askedCredentials(left)).toEqual(['dataRobotApi']);
  });
});
